import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An error that the model does not know ends in a failure of the client.',
  breaks: 'SDK-49',
  killedBy: 'sdk-errors/names-errors-it-does-not-know',
  mutate: errors((error) =>
    error.code === 'BrandNewException'
      ? { type: 'transportError', id: '', cause: 'other', message: 'no such shape' }
      : error,
  ),
};
