import { accepts } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes the name of a file for what is in it.',
  breaks: 'WIRE-06',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: accepts((text) => /^[\w:/]+\.json$/.test(text)),
};
