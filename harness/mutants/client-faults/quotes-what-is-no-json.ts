import { text } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy that does not parse is encoded as a JSON string first.',
  breaks: 'SDK-08',
  killedBy: 'sdk-request/sends-the-policy-as-a-string',
  mutate: text('Policy', (policy) => (membersIn(policy) === undefined ? JSON.stringify(policy) : policy)),
};
