import { members } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A put without a policy goes out with an empty object as one.',
  breaks: 'SDK-14',
  killedBy: 'sdk-request/makes-no-member-up',
  bend: members((sent, { operation }) => (operation === 'PutPolicy' ? { Policy: '{}', ...sent } : sent)),
};
