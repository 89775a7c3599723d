import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy ends after 65,536 characters.',
  breaks: 'SDK-12',
  killedBy: 'sdk-request/sends-the-longest-policy',
  bend: text('Policy', (policy) => policy.slice(0, 65_536)),
};
