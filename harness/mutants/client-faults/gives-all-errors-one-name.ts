import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every error of the service is called ServiceException.',
  breaks: 'SDK-40',
  killedBy: 'sdk-errors/names-every-declared-error',
  mutate: errors((error) => ({ ...error, code: 'ServiceException' })),
};
