import { headers } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Lasting credentials go out with a token that is empty.',
  breaks: 'SDK-26',
  killedBy: 'sdk-signature/sends-the-session-token',
  bend: headers((sent, { credentials }) =>
    credentials.sessionToken === undefined ? { ...sent, 'x-amz-security-token': '' } : sent,
  ),
};
