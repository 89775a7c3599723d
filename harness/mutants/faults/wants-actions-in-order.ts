import { refusesPolicies } from '../mutate.js';
import { hasStatement, textOf, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Actions that are not in alphabetical order are refused.',
  breaks: 'POL-17',
  killedBy: 'policy-content/accepts-either-order',
  mutate: refusesPolicies(hasStatement(({ Action }) => textOf(textsOf(Action)) !== textOf(textsOf(Action).toSorted()))),
};
