import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that is given up goes on.',
  breaks: 'SDK-102',
  killedBy: 'sdk-deadline/gives-calls-up',
  bend: () => ({ endsWhenCancelled: false }),
};
