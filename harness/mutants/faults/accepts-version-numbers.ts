import { overlooks } from '../mutate.js';
import { inDocument } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Version may be a number.',
  breaks: 'POL-36',
  killedBy: 'policy-content/refuses-unknown-versions',
  mutate: overlooks(
    inDocument((document) =>
      typeof document['Version'] === 'number' ? { ...document, Version: '2012-10-17' } : document,
    ),
  ),
};
