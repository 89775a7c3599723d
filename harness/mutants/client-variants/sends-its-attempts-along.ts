import { headers } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Each request says which attempt it is.',
  permittedBy: 'SDK-84',
  mutate: headers((sent) => ({ ...sent, 'amz-sdk-invocation-id': '7f3c', 'amz-sdk-request': 'attempt=1; max=3' })),
};
