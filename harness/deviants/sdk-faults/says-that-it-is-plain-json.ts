import { headers } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The content type is application/json.',
  breaks: 'SDK-03',
  killedBy: 'sdk-request/says-that-it-is-json',
  bend: headers((sent) => ({ ...sent, 'content-type': 'application/json' })),
};
