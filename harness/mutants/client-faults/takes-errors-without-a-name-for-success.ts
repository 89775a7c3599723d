import { errors, ok } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An error without a name is success.',
  breaks: 'SDK-52',
  killedBy: 'sdk-errors/takes-no-error-for-success',
  mutate: errors((error) => (error.code === null ? ok() : error)),
};
