import { text } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy that parses is written anew from what was read.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  bend: text('Policy', (policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
};
