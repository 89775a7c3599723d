// What is text stays text, in HTML and in XML.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup, renderSvg, svgElement } from './svg-element.js';

test('escapes what begins markup, an entity or the end of an attribute', () => {
  expect(escapeMarkup(`a<b>&amp;"c"'d'`)).toBe('a&lt;b&gt;&amp;amp;&quot;c&quot;&#39;d&#39;');
});

test('replaces what XML does not have, and keeps what it has', () => {
  expect(escapeMarkup('\u0000\u001b\ud800\ufffe')).toBe('\ufffd\ufffd\ufffd\ufffd');
  expect(escapeMarkup('\t\n\r é 漢 \u{1f512}')).toBe('\t\n\r é 漢 \u{1f512}');
});

test('can be undone, so nothing is lost', () => {
  const entities = new Map([
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&#39;', "'"],
    ['&amp;', '&'],
  ]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", ';', '#', 'a', 'amp', 'lt') }), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? '')).toBe(text);
    }),
  );
});

test('nests elements, and closes those without content', () => {
  expect(renderSvg(svgElement('g', { class: 'a"b' }, 'x < y', svgElement('rect', { width: 3 })))).toBe(
    '<g class="a&quot;b">x &lt; y<rect width="3"/></g>',
  );
});
