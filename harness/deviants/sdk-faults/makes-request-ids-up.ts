import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The client tells an id of its own as that of the request.',
  breaks: 'SDK-44',
  killedBy: 'sdk-errors/tells-the-request-id',
  bend: errors((error) => ({ ...error, requestId: 'client-1' })),
};
