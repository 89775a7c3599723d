import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Two spaces become one.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  bend: text('Policy', (policy) => policy.replaceAll(/ +/g, ' ')),
};
