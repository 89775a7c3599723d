import { overlooks } from '../mutate.js';
import { inDocument, textOf, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without elements is not looked at.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  mutate: overlooks(
    inDocument((document) => ({
      ...document,
      Statement: listed(document['Statement']).filter((statement) => textOf(statement) !== '{}'),
    })),
  ),
};
