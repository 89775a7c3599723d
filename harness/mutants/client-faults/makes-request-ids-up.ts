import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The client tells an id of its own as that of the request.',
  breaks: 'SDK-44',
  killedBy: 'sdk-errors/tells-the-request-id',
  mutate: errors((error) => ({ ...error, requestId: 'client-1' })),
};
