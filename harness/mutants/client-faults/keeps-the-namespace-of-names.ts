import { errorNames } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A namespace before the name of an error stays.',
  breaks: 'SDK-45',
  killedBy: 'sdk-errors/reads-names-with-a-namespace',
  mutate: errorNames(({ text }, right) => {
    const name = membersIn(text)?.['__type'];
    return typeof name === 'string' ? name.split(':', 1)[0] : right;
  }),
};
