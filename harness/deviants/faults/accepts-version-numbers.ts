import { overlooks } from '../bend.js';
import { inDocument } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Version may be a number.',
  breaks: 'POL-36',
  killedBy: 'policy-content/refuses-unknown-versions',
  bend: overlooks(
    inDocument((document) =>
      typeof document['Version'] === 'number' ? { ...document, Version: '2012-10-17' } : document,
    ),
  ),
};
