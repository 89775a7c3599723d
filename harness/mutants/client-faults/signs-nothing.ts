import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Requests are not signed.',
  breaks: 'SDK-20',
  killedBy: 'sdk-signature/signs-requests',
  mutate: () => ({ sign: async (sent) => sent }),
};
