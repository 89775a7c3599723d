import { keeps } from '../bend.js';
import { inDocument, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The Id of a policy is dropped.',
  breaks: 'POL-37',
  killedBy: 'policy-content/settles-unknown-elements',
  bend: keeps(inDocument((document) => without(document, 'Id'))),
};
