import { policyRead } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy that is read is trimmed.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  mutate: policyRead((policy) => policy.trim()),
};
