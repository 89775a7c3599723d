import { errors, ok } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An answer with status 404 is success without a policy.',
  breaks: 'SDK-52',
  killedBy: 'sdk-errors/takes-no-error-for-success',
  mutate: errors((error) => (error.status === 404 ? ok() : error)),
};
