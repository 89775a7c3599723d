import { signed } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Authorization does not say which headers are signed.',
  breaks: 'SDK-20',
  killedBy: 'sdk-signature/signs-requests',
  bend: signed((sent) => ({
    ...sent,
    headers: {
      ...sent.headers,
      authorization: (sent.headers['authorization'] ?? '').replace(/SignedHeaders=[^,]+, /, ''),
    },
  })),
};
