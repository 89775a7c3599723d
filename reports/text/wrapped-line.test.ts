// Prose is wrapped at spaces only.

import { expect, test } from 'vitest';
import { wrappedLine } from './wrapped-line.js';

test('leaves a line that fits, and any line without a terminal, as it is', () => {
  expect(wrappedLine('  one two', 9, '')).toBe('  one two');
  expect(wrappedLine('one two three', undefined, '')).toBe('one two three');
});

test('breaks at spaces and indents what follows', () => {
  expect(wrappedLine('  label one two three', 13, '        ')).toBe('  label one\n        two\n        three');
});

test('leaves a word whole that is longer than the line', () => {
  expect(wrappedLine('one verylongword b', 5, '  ')).toBe('one\n  verylongword\n  b');
});

test('leaves a label with its first word', () => {
  expect(wrappedLine('  actual   verylongword', 12, '           ')).toBe('  actual   verylongword');
});

test('does not count colours', () => {
  const red = '\u001b[31mred words\u001b[39m';
  expect(wrappedLine(red, 9, '')).toBe(red);
});

test('a width that nobody knows breaks nothing', () => {
  for (const columns of [undefined, 0]) expect(wrappedLine('one two three', columns, '  ')).toBe('one two three');
});
