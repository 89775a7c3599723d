import { headers } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Headers go out in another order.',
  permittedBy: 'SDK-25',
  mutate: headers((sent) => Object.fromEntries(Object.entries(sent).toReversed())),
};
