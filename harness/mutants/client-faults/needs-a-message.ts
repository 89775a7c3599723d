import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An error without a message has no name either.',
  breaks: 'SDK-51',
  killedBy: 'sdk-errors/needs-no-message',
  mutate: errors((error) =>
    error.message === null || error.message === '' ? { ...error, code: 'UnknownError' } : error,
  ),
};
