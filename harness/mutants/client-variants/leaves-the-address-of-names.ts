import { errorNames } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'An address stays after the name of an error that has no namespace.',
  permittedBy: 'SDK-45',
  mutate: errorNames(({ text }, right) => {
    const name = membersIn(text)?.['__type'];
    return typeof name === 'string' && !name.includes('#') ? name : right;
  }),
};
