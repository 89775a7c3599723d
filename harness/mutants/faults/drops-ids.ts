import { keeps } from '../mutate.js';
import { inDocument, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The Id of a policy is dropped.',
  breaks: 'POL-37',
  killedBy: 'policy-content/settles-unknown-elements',
  mutate: keeps(inDocument((document) => without(document, 'Id'))),
};
