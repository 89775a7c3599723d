import { text } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy that does not parse is encoded as a JSON string first.',
  breaks: 'SDK-08',
  killedBy: 'sdk-request/sends-the-policy-as-a-string',
  bend: text('Policy', (policy) => (membersIn(policy) === undefined ? JSON.stringify(policy) : policy)),
};
