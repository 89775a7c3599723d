import { reads } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The actions of a statement come back in alphabetical order.',
  permittedBy: 'GP-04',
  bend: reads(inElements('Action', (actions) => (Array.isArray(actions) ? textsOf(actions).toSorted() : actions))),
};
