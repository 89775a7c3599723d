import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'What is outside Latin-1 becomes a question mark.',
  breaks: 'SDK-13',
  killedBy: 'sdk-request/does-not-mend-what-the-model-forbids',
  bend: text('Policy', (policy) => policy.replaceAll(/[^\u0000-\u00ff]/gu, '?')),
};
