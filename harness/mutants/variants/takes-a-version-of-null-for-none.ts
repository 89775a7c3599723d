import { overlooks } from '../mutate.js';
import { inDocument, without } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A Version that is null counts as none.',
  permittedBy: 'POL-36',
  mutate: overlooks(inDocument((document) => (document['Version'] === null ? without(document, 'Version') : document))),
};
