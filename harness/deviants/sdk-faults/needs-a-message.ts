import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An error without a message has no name either.',
  breaks: 'SDK-51',
  killedBy: 'sdk-errors/needs-no-message',
  bend: errors((error) =>
    error.message === null || error.message === '' ? { ...error, code: 'UnknownError' } : error,
  ),
};
