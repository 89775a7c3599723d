import { refuses, statusOf } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'While a CA is DELETED its policy is not read: the state does not allow it.',
  permittedBy: 'ST-06',
  bend: refuses(
    ['GetPolicy'],
    'InvalidStateException',
    ({ input }, right, call) => right.kind === 'success' && statusOf(call, input.ResourceArn) === 'DELETED',
  ),
};
