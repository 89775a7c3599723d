import { members } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every call carries a client token, which the operations do not know.',
  breaks: 'SDK-06',
  killedBy: 'sdk-request/adds-no-member',
  mutate: members((sent) => ({ ...sent, ClientToken: '00000000-0000-4000-8000-000000000000' })),
};
