import { reads } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns no action that was put without brackets.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(inElements('Action', (action) => (typeof action === 'string' ? [] : action))),
};
