import { headers, without } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'There is no user agent.',
  permittedBy: 'SDK-19',
  mutate: headers((sent) => without(sent, 'user-agent')),
};
