import { errors } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Errors have no types; their names are all there is.',
  permittedBy: 'SDK-41',
  mutate: errors((error) => ({ ...error, className: null })),
};
