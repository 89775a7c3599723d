import { overlooks } from '../mutate.js';
import { jsonOf, textOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes an array of policies.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: overlooks((text) => {
    const value = jsonOf(text);
    return Array.isArray(value) ? textOf(value[0]) : text;
  }),
};
