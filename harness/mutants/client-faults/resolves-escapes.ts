import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Escapes of letters in a policy are resolved.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  mutate: text('Policy', (policy) => policy.replaceAll('\\u0041', 'A')),
};
