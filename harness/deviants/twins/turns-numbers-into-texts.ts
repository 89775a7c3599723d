import { mends } from '../bend.js';
import { inElements, inTexts } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Numbers in the place of texts are accepted, and come back as texts.',
  permittedBy: 'GP-04',
  bend: mends((text) => inElements('Sid', textOfNumber)(inTexts(textOfNumber)(text))),
};

/** What a double does not hold stays as it is. */
function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
}
