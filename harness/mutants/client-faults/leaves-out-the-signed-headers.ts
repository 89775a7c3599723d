import { signed } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Authorization does not say which headers are signed.',
  breaks: 'SDK-20',
  killedBy: 'sdk-signature/signs-requests',
  mutate: signed((sent) => ({
    ...sent,
    headers: {
      ...sent.headers,
      authorization: (sent.headers['authorization'] ?? '').replace(/SignedHeaders=[^,]+, /, ''),
    },
  })),
};
