import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An error with status 404 is not found, whatever its name.',
  breaks: 'SDK-54',
  killedBy: 'sdk-errors/goes-by-the-name-and-not-the-status',
  mutate: errors((error) =>
    error.status === 404 && error.code === 'InvalidStateException'
      ? { ...error, code: 'ResourceNotFoundException' }
      : error,
  ),
};
