import { overlooks } from '../mutate.js';
import { jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes a policy that is a JSON string.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: overlooks((text) => {
    const value = jsonOf(text);
    return typeof value === 'string' ? value : text;
  }),
};
