import { accepts } from '../mutate.js';
import { documentOf, jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes any JSON for a policy that is no object.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: accepts((text) => jsonOf(text) !== undefined && documentOf(text) === undefined),
};
