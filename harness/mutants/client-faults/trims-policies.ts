import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'White space at the ends of a policy is trimmed.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  mutate: text('Policy', (policy) => policy.trim()),
};
