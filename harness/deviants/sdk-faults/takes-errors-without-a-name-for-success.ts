import { errors, ok } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An error without a name is success.',
  breaks: 'SDK-52',
  killedBy: 'sdk-errors/takes-no-error-for-success',
  bend: errors((error) => (error.code === null ? ok() : error)),
};
