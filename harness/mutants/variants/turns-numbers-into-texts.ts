import { mends } from '../mutate.js';
import { inElements, inTexts } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Numbers in the place of texts are accepted, and come back as texts.',
  permittedBy: 'GP-04',
  mutate: mends((text) => inElements('Sid', textOfNumber)(inTexts(textOfNumber)(text))),
};

/** What a double does not hold stays as it is. */
function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
}
