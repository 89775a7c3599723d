import { errorNames } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The member code is not read.',
  breaks: 'SDK-47',
  killedBy: 'sdk-errors/reads-names-from-the-code',
  mutate: errorNames(({ text }, right) => (membersIn(text)?.['code'] === undefined ? right : undefined)),
};
