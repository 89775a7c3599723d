// Text for a terminal is wrapped between words; lines to copy and text for a pipe stay as they are.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittedText } from './fitted-text.js';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });

test('no line is longer than the terminal is wide, and no word is lost', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 100 }), fc.integer({ min: 0, max: 4 }), (list, columns, indent) => {
      const fitted = fittedText(`${' '.repeat(indent)}${list.join(' ')}`, { isTTY: true, columns });
      for (const line of fitted.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      expect(fitted.split(/\s+/).filter((word) => word !== '')).toEqual(list);
    }),
  );
});

test('lines to copy are not broken, nor is anything for a pipe', () => {
  const line = `  replay npx pca-conformance replay ${'case '.repeat(40)}`;
  expect(fittedText(line, { isTTY: true, columns: 40 })).toBe(line);
  const prose = 'word '.repeat(60);
  expect(fittedText(prose, {})).toBe(prose);
});
