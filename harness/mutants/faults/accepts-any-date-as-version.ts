import { overlooks } from '../mutate.js';
import { inDocument } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Version may be any date.',
  breaks: 'POL-36',
  killedBy: 'policy-content/refuses-unknown-versions',
  mutate: overlooks(
    inDocument((document) =>
      /^\d{4}-\d\d-\d\d$/.test(String(document['Version'])) && !Array.isArray(document['Version'])
        ? { ...document, Version: '2012-10-17' }
        : document,
    ),
  ),
};
