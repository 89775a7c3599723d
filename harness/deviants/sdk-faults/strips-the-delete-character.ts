import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'U+007F is dropped.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) => policy.replaceAll('\u007f', '')),
};
