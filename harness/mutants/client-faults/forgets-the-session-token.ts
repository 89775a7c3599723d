import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Temporary credentials are used without their token.',
  breaks: 'SDK-26',
  killedBy: 'sdk-signature/sends-the-session-token',
  mutate: signing(({ credentials: { sessionToken: _token, ...credentials }, ...choice }) => ({
    ...choice,
    credentials,
  })),
};
