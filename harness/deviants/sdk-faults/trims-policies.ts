import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'White space at the ends of a policy is trimmed.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  bend: text('Policy', (policy) => policy.trim()),
};
