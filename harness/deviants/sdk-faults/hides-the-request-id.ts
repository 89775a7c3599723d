import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The request id of errors about policies is not told, though that of others is.',
  breaks: 'SDK-44',
  killedBy: 'sdk-errors/tells-the-request-id',
  bend: errors((error) => (error.code === 'InvalidStateException' ? { ...error, requestId: null } : error)),
};
