import { overlooks } from '../bend.js';
import { inDocument, textOf, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without elements is not looked at.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  bend: overlooks(
    inDocument((document) => ({
      ...document,
      Statement: listed(document['Statement']).filter((statement) => textOf(statement) !== '{}'),
    })),
  ),
};
