import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An error that the model does not know ends in a failure of the client.',
  breaks: 'SDK-49',
  killedBy: 'sdk-errors/names-errors-it-does-not-know',
  bend: errors((error) =>
    error.code === 'BrandNewException'
      ? { type: 'transportError', id: '', cause: 'other', message: 'no such shape' }
      : error,
  ),
};
