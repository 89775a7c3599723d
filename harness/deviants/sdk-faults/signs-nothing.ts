import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Requests are not signed.',
  breaks: 'SDK-20',
  killedBy: 'sdk-signature/signs-requests',
  bend: () => ({ sign: async (sent) => sent }),
};
