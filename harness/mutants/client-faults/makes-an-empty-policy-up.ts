import { members } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A put without a policy goes out with an empty object as one.',
  breaks: 'SDK-14',
  killedBy: 'sdk-request/makes-no-member-up',
  mutate: members((sent, { operation }) => (operation === 'PutPolicy' ? { Policy: '{}', ...sent } : sent)),
};
