import { overlooks } from '../mutate.js';
import { inDocument } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Version may be empty or null.',
  breaks: 'POL-36',
  killedBy: 'policy-content/refuses-unknown-versions',
  mutate: overlooks(
    inDocument((document) =>
      document['Version'] === '' || document['Version'] === null ? { ...document, Version: '2012-10-17' } : document,
    ),
  ),
};
