import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every call is signed for us-east-1.',
  breaks: 'SDK-22',
  killedBy: 'sdk-signature/signs-for-its-region',
  mutate: signing((choice) => ({ ...choice, region: 'us-east-1' })),
};
