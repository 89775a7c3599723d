import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every error has the type ClientException.',
  breaks: 'SDK-41',
  killedBy: 'sdk-errors/has-a-type-for-every-declared-error',
  mutate: errors((error) => ({ ...error, className: 'ClientException' })),
};
