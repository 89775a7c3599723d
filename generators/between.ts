// An arbitrary for strings with a fixed prefix and suffix, such as an ARN in which one part varies.

import type fc from 'fast-check';

/** The generated string between two fixed ones. Invertible, so that saved values shrink. */
export function between(before: string, text: fc.Arbitrary<string>, after: string): fc.Arbitrary<string> {
  return text.map(
    (part) => `${before}${part}${after}`,
    (whole) => {
      const isGenerated = typeof whole === 'string' && whole.length >= before.length + after.length;
      if (!isGenerated || !whole.startsWith(before) || !whole.endsWith(after))
        throw new Error('The string has another prefix or suffix.');
      return whole.slice(before.length, whole.length - after.length);
    },
  );
}
