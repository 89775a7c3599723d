import { overlooks } from '../bend.js';
import { inDocument, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Statements may stand in a list within the list.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  bend: overlooks(inDocument((document) => ({ ...document, Statement: listed(document['Statement']).flat() }))),
};
