import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Temporary credentials are used without their token.',
  breaks: 'SDK-26',
  killedBy: 'sdk-signature/sends-the-session-token',
  bend: signing(({ credentials: { sessionToken: _token, ...credentials }, ...choice }) => ({ ...choice, credentials })),
};
