import { errors } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The message of an error has more around that of the service.',
  permittedBy: 'SDK-42',
  mutate: errors((error) => ({ ...error, message: `An error occurred (${error.code}): ${error.message ?? ''}` })),
};
