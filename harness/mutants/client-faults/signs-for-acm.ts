import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Calls are signed for the service acm.',
  breaks: 'SDK-23',
  killedBy: 'sdk-signature/signs-for-the-service',
  mutate: signing((choice) => ({ ...choice, service: 'acm' })),
};
