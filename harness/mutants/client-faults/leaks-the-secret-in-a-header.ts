import { signed } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The secret key goes out in a header for debugging.',
  breaks: 'SDK-27',
  killedBy: 'sdk-signature/keeps-the-secret',
  mutate: signed((sent, secret) => ({ ...sent, headers: { ...sent.headers, 'x-debug-credentials': secret } })),
};
