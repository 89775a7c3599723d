import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The letter y with diaeresis, the last of the class, is lost.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) => policy.replaceAll('\u00ff', '')),
};
