import { policyRead } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy that is read is written anew before it is handed on.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  mutate: policyRead((policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
};
