import { signed } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The secret key goes out in a header for debugging.',
  breaks: 'SDK-27',
  killedBy: 'sdk-signature/keeps-the-secret',
  bend: signed((sent, secret) => ({ ...sent, headers: { ...sent.headers, 'x-debug-credentials': secret } })),
};
