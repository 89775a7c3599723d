import { request } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The path of an endpoint is dropped.',
  breaks: 'SDK-111',
  killedBy: 'sdk-endpoints/keeps-the-path',
  bend: request((sent) => ({ ...sent, url: new URL('/', sent.url) })),
};
