import { text } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy that parses goes out as a JSON object.',
  breaks: 'SDK-08',
  killedBy: 'sdk-request/sends-the-policy-as-a-string',
  bend: text('Policy', (policy) => membersIn(policy) ?? policy),
};
