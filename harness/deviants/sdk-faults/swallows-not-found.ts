import { errors, ok } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An answer with status 404 is success without a policy.',
  breaks: 'SDK-52',
  killedBy: 'sdk-errors/takes-no-error-for-success',
  bend: errors((error) => (error.status === 404 ? ok() : error)),
};
