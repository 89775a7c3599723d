import { signed } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'X-Amz-User-Agent is added once the request is signed.',
  breaks: 'SDK-25',
  killedBy: 'sdk-signature/covers-its-headers',
  mutate: signed((sent) => ({ ...sent, headers: { ...sent.headers, 'x-amz-user-agent': 'plain-client/1' } })),
};
