import { signed } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'X-Amz-User-Agent is added once the request is signed.',
  breaks: 'SDK-25',
  killedBy: 'sdk-signature/covers-its-headers',
  bend: signed((sent) => ({ ...sent, headers: { ...sent.headers, 'x-amz-user-agent': 'plain-client/1' } })),
};
