import { overlooks } from '../bend.js';
import { inDocument, without } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A Version that is null counts as none.',
  permittedBy: 'POL-36',
  bend: overlooks(inDocument((document) => (document['Version'] === null ? without(document, 'Version') : document))),
};
