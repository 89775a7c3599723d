import { keeps } from '../bend.js';
import { inDocument, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without brackets comes back as none.',
  breaks: 'POL-38',
  killedBy: 'policy-content/settles-single-statements',
  bend: keeps(inDocument((document) => (isDraft(document['Statement']) ? { ...document, Statement: [] } : document))),
};
