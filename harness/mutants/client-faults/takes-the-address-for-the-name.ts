import { errorNames } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Of a name with an address after it and no namespace before it, the address counts.',
  breaks: 'SDK-45',
  killedBy: 'sdk-errors/reads-names-with-an-address',
  mutate: errorNames(({ text }, right) => {
    const name = membersIn(text)?.['__type'];
    return typeof name === 'string' && !name.includes('#') && name.includes(':') ? name.split(':').at(-1) : right;
  }),
};
