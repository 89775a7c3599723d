import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An error with status 404 is not found, whatever its name.',
  breaks: 'SDK-54',
  killedBy: 'sdk-errors/goes-by-the-name-and-not-the-status',
  bend: errors((error) =>
    error.status === 404 && error.code === 'InvalidStateException'
      ? { ...error, code: 'ResourceNotFoundException' }
      : error,
  ),
};
