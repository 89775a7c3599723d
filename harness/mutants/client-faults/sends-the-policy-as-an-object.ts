import { text } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy that parses goes out as a JSON object.',
  breaks: 'SDK-08',
  killedBy: 'sdk-request/sends-the-policy-as-a-string',
  mutate: text('Policy', (policy) => membersIn(policy) ?? policy),
};
