// Texts between two fixed ones, such as a part of an ARN with the rest of it around.

import type fc from 'fast-check';

/** Invertible, so that a saved text shrinks as the part did. */
export function between(before: string, text: fc.Arbitrary<string>, after: string): fc.Arbitrary<string> {
  return text.map(
    (part) => `${before}${part}${after}`,
    (whole) => {
      const isOurs = typeof whole === 'string' && whole.length >= before.length + after.length;
      if (!isOurs || !whole.startsWith(before) || !whole.endsWith(after)) throw new Error('Made by another generator.');
      return whole.slice(before.length, whole.length - after.length);
    },
  );
}
