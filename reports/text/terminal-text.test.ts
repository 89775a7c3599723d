// Untrusted text reaches a terminal only as visible characters.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalText } from './terminal-text.js';

test('escapes control characters', () => {
  expect(terminalText('\u001b[31mred\u001b[0m\r\n')).toBe(String.raw`\u001b[31mred\u001b[0m\u000d\u000a`);
});

test('escapes bidirectional controls, byte order marks and lone surrogates', () => {
  expect(terminalText('a\u202eb\ufeffc\ud800d')).toBe(String.raw`a\u202eb\ufeffc\ud800d`);
});

test('keeps letters of any script and pairs of surrogates', () => {
  expect(terminalText('é Ж 漢 \u{1f512}')).toBe('é Ж 漢 \u{1f512}');
});

test('cuts a long text in the middle and says how long it was', () => {
  const shown = terminalText('x'.repeat(1_000_000), 200);
  expect(shown.length).toBeLessThan(300);
  expect(shown).toContain('(1000000 characters)');
});

test('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(terminalText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
