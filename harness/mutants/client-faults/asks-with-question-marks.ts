import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What is outside Latin-1 becomes a question mark.',
  breaks: 'SDK-13',
  killedBy: 'sdk-request/does-not-mend-what-the-model-forbids',
  mutate: text('Policy', (policy) => policy.replaceAll(/[^\u0000-\u00ff]/gu, '?')),
};
