import { refusesPolicies } from '../bend.js';
import { hasStatement, textOf, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Actions that are not in alphabetical order are refused.',
  breaks: 'POL-17',
  killedBy: 'policy-content/accepts-either-order',
  bend: refusesPolicies(hasStatement(({ Action }) => textOf(textsOf(Action)) !== textOf(textsOf(Action).toSorted()))),
};
