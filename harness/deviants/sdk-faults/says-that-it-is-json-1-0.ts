import { headers } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The content type is that of version 1.0 of the protocol.',
  breaks: 'SDK-03',
  killedBy: 'sdk-request/says-that-it-is-json',
  bend: headers((sent) => ({ ...sent, 'content-type': 'application/x-amz-json-1.0' })),
};
