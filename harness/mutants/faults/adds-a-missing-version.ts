import { keeps } from '../mutate.js';
import { inDocument } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy without Version comes back with one.',
  breaks: 'POL-36',
  killedBy: 'policy-content/settles-versions',
  mutate: keeps(inDocument((document) => ({ Version: '2012-10-17', ...document }))),
};
