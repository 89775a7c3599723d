import { members } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every call carries a client token, which the operations do not know.',
  breaks: 'SDK-06',
  killedBy: 'sdk-request/adds-no-member',
  bend: members((sent) => ({ ...sent, ClientToken: '00000000-0000-4000-8000-000000000000' })),
};
