import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Calls are signed for the service acm.',
  breaks: 'SDK-23',
  killedBy: 'sdk-signature/signs-for-the-service',
  bend: signing((choice) => ({ ...choice, service: 'acm' })),
};
