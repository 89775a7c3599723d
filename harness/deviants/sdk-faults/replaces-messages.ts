import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The message of an error is a text of the client.',
  breaks: 'SDK-42',
  killedBy: 'sdk-errors/hands-the-message-on',
  bend: errors((error) => ({ ...error, message: 'The request failed.' })),
};
