import { errors } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'An error has neither its status nor its request id.',
  permittedBy: 'SDK-44',
  mutate: errors((error) => ({ ...error, status: error.status === 400 ? null : error.status, requestId: null })),
};
