import { refuses, statusOf } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'While a CA is DELETED its policy is not read: the state does not allow it.',
  permittedBy: 'ST-06',
  mutate: refuses(
    ['GetPolicy'],
    'InvalidStateException',
    ({ input }, right, call) => right.kind === 'success' && statusOf(call, input.ResourceArn) === 'DELETED',
  ),
};
