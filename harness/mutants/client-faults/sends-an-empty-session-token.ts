import { headers } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Lasting credentials go out with a token that is empty.',
  breaks: 'SDK-26',
  killedBy: 'sdk-signature/sends-the-session-token',
  mutate: headers((sent, { credentials }) =>
    credentials.sessionToken === undefined ? { ...sent, 'x-amz-security-token': '' } : sent,
  ),
};
