// Text in a placeholder stays text, in HTML and in XML.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileTexts } from '../testing/hostile-text.js';
import { readXml } from '../testing/well-formed-xml.js';
import { markup, nothing } from './markup.js';

test('escapes what begins markup, an entity or the end of an attribute', () => {
  expect(markup`${`a<b>&amp;"c"'d'`}`.text).toBe('a&lt;b&gt;&amp;amp;&quot;c&quot;&#39;d&#39;');
});

test('shows the characters that XML does not have, and keeps all others', () => {
  expect(markup`${'\u0000\u001b\ud800\ufffe'}`.text).toBe(String.raw`\u0000\u001b\ud800\ufffe`);
  expect(markup`${' é 漢 \u{1f512}'}`.text).toBe(' é 漢 \u{1f512}');
});

test('can be undone, so that nothing is lost', () => {
  const entities = new Map([
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&#39;', "'"],
    ['&amp;', '&'],
  ]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", ';', '#', 'a', 'amp', 'lt') }), (text) => {
      const escaped = markup`${text}`.text;
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? '')).toBe(text);
    }),
  );
});

test('is one element with one attribute, whatever its texts are', () => {
  const holds = (text: string): void => {
    const elements = readXml(markup`<b title="${text}">${text}${[text, [text]]}</b>`.text);
    expect(elements.map(({ name, attributes }) => [name, Object.keys(attributes)])).toEqual([['b', ['title']]]);
  };
  for (const text of hostileTexts) holds(text);
  const unit = fc.constantFrom('<', '>', '&', '"', "'", '/', '=', ' ', 'a', '\u0000', '\ud800', '\u202e', '\ufffe');
  fc.assert(fc.property(fc.string({ unit }), holds));
});

test('keeps markup, numbers and lists of both, also of markup in markup', () => {
  const items = ['x < y', 2].map((value) => markup`<li>${value}</li>`);
  expect(markup`<ul class="${'a"b'}">${items}${nothing}${[3, ['&', items]]}</ul>`.text).toBe(
    '<ul class="a&quot;b"><li>x &lt; y</li><li>2</li>3&amp;<li>x &lt; y</li><li>2</li></ul>',
  );
});

test('takes no other object for markup, such as one from a file', () => {
  const forged: unknown = JSON.parse('{"text":"<script>"}');
  const write = (): string => markup`${forged as string}`.text;
  expect(write).toThrow(TypeError);
});

test('reads the escapes of a template as JavaScript does', () => {
  expect(markup`\u00e9\n`.text).toBe('é\n');
});
