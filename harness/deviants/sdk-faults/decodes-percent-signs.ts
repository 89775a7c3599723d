import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'What looks percent-encoded in a policy is decoded.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  bend: text('Policy', (policy) => policy.replaceAll('%41', 'A')),
};
