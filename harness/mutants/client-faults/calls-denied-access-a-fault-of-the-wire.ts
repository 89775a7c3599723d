import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'AccessDeniedException is reported as a failure of the transport.',
  breaks: 'SDK-50',
  killedBy: 'sdk-errors/names-common-errors',
  mutate: errors((error) =>
    error.code === 'AccessDeniedException'
      ? { type: 'transportError', id: '', cause: 'other', message: 'access denied' }
      : error,
  ),
};
