import { errorNames } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An address after the name of an error stays.',
  breaks: 'SDK-45',
  killedBy: 'sdk-errors/reads-names-with-a-namespace',
  bend: errorNames(({ text }, right) => {
    const name = membersIn(text)?.['__type'];
    return typeof name === 'string' ? name.split('#').at(-1) : right;
  }),
};
