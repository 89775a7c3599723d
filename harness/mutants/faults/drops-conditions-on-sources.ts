import { reads } from '../mutate.js';
import { inElements, without, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns no ArnEquals.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(
    inElements('Condition', (condition) => (isDraft(condition) ? without(condition, 'ArnEquals') : condition)),
  ),
};
