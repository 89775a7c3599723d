import { headers } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Every request asks for its connection to be closed.',
  permittedBy: 'SDK-18',
  mutate: headers((sent) => ({ ...sent, connection: 'close' })),
};
