import { text } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy that parses is written anew from what was read.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  mutate: text('Policy', (policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
};
