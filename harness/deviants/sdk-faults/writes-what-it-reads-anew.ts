import { policyRead } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy that is read is written anew before it is handed on.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  bend: policyRead((policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
};
