import { reads } from '../mutate.js';
import { jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns the characters for which escapes stand.',
  breaks: 'GP-05',
  killedBy: 'get-policy/stays-within-its-characters',
  mutate: reads((text) => JSON.stringify(jsonOf(text))),
};
