import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'LockoutPreventedException is called UnknownError.',
  breaks: 'SDK-40',
  killedBy: 'sdk-errors/names-every-declared-error',
  bend: errors((error) => (error.code === 'LockoutPreventedException' ? { ...error, code: 'UnknownError' } : error)),
};
