import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every call is signed for us-east-1.',
  breaks: 'SDK-22',
  killedBy: 'sdk-signature/signs-for-its-region',
  bend: signing((choice) => ({ ...choice, region: 'us-east-1' })),
};
