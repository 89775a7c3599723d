import { keeps } from '../mutate.js';
import { inDocument, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without brackets comes back as none.',
  breaks: 'POL-38',
  killedBy: 'policy-content/settles-single-statements',
  mutate: keeps(inDocument((document) => (isDraft(document['Statement']) ? { ...document, Statement: [] } : document))),
};
