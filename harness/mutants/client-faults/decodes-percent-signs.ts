import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What looks percent-encoded in a policy is decoded.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  mutate: text('Policy', (policy) => policy.replaceAll('%41', 'A')),
};
