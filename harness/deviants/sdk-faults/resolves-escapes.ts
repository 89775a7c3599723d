import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Escapes of letters in a policy are resolved.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  bend: text('Policy', (policy) => policy.replaceAll('\\u0041', 'A')),
};
