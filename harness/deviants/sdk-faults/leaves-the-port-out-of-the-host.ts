import { request } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The header Host has no port, whatever the endpoint has.',
  breaks: 'SDK-04',
  killedBy: 'sdk-request/names-the-host',
  bend: request((sent) => ({ ...sent, headers: { ...sent.headers, host: sent.url.hostname } })),
};
