import { reads } from '../mutate.js';
import { inDocument, isDraft, type Draft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The keys of a document come back in alphabetical order.',
  permittedBy: 'GP-04',
  mutate: reads(inDocument(withSortedKeys)),
};

function withSortedKeys(draft: Draft): Draft {
  const sorted = Object.entries(draft).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, value]) => [key, Array.isArray(value) ? value.map(inside) : inside(value)]),
  );
}

function inside(value: unknown): unknown {
  return isDraft(value) ? withSortedKeys(value) : value;
}
