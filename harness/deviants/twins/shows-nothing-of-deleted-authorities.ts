import { refuses, statusOf } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A DELETED CA that has a policy is in the wrong state for GetPolicy.',
  permittedBy: 'ST-04',
  bend: refuses(
    ['GetPolicy'],
    'InvalidStateException',
    ({ input }, right, call) => right.kind === 'success' && statusOf(call, input.ResourceArn) === 'DELETED',
  ),
};
