import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The request id of errors about policies is not told, though that of others is.',
  breaks: 'SDK-44',
  killedBy: 'sdk-errors/tells-the-request-id',
  mutate: errors((error) => (error.code === 'InvalidStateException' ? { ...error, requestId: null } : error)),
};
