import { policyRead } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The bytes of an answer are taken for characters.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  mutate: policyRead((policy) => Buffer.from(policy).toString('latin1')),
};
