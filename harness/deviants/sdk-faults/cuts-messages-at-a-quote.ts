import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The message of an error ends at its first quote.',
  breaks: 'SDK-42',
  killedBy: 'sdk-errors/hands-the-message-on',
  bend: errors((error) => ({ ...error, message: error.message?.split('"', 1)[0] ?? null })),
};
