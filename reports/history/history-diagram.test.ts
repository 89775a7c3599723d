// History diagrams as text and as SVG, with harmless and hostile labels.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryPicture, PicturedCall } from '../../harness/linearizability/picture.js';
import { renderHistoryDiagram } from './history-diagram.js';
import { renderHistorySvg } from './history-diagram-svg.js';

const hostile =
  '</svg></desc></title><script>alert(1)</script>"\' & \u001b[31m\u0007\r\n\u202e\u2066\ud800\u0000\ufffe';

function pictured(label: string, call: Partial<PicturedCall> = {}): PicturedCall {
  return { lane: 0, label, firstColumn: 0, lastColumn: 0, isImpossible: false, ...call };
}

const stale: HistoryPicture = {
  columnCount: 3,
  sentence: 'Stale: get -> a shows what b had replaced.',
  calls: [
    pictured('put a', { place: 1 }),
    pictured('put b', { firstColumn: 1, lastColumn: 1, place: 2 }),
    pictured('put c', { lane: 1, firstColumn: 1, lastColumn: undefined }),
    pictured('get -> a', { lane: 12, firstColumn: 2, lastColumn: 2, isImpossible: true }),
  ],
};

function ofLabel(label: string): HistoryPicture {
  const calls = [pictured(label), pictured(label, { lane: 1, isImpossible: true, lastColumn: undefined })];
  return { columnCount: 1, sentence: label, calls };
}

describe('the text', () => {
  test('has a line a lane, a bar a call, and what each was', () => {
    expect(renderHistoryDiagram(stale, { width: 100 })).toBe(
      [
        'Stale: get -> a shows what b had replaced.',
        'lane 0   [1 put a--------------------] [2 put b--------------------]',
        'lane 1                                 [3 put c~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
        'lane 12                                                              !4 get -> a-----------------!',
        '   1  put a  (lane 0, place 1 in the order)',
        '   2  put b  (lane 0, place 2 in the order)',
        '   3  put c  (lane 1, never answered)',
        '   4  get -> a  (lane 12)  <-- no order explains this',
        '',
      ].join('\n'),
    );
  });

  test('keeps to its width, whatever the labels are and however many columns there are', () => {
    const calls = Array.from({ length: 300 }, (_, at) =>
      pictured('wide '.repeat(at), { lane: at % 8, firstColumn: at, lastColumn: at }),
    );
    for (const width of [80, 100, 173]) {
      const lines = renderHistoryDiagram({ columnCount: 300, calls }, { width }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines[0]).toMatch(/^\(\d+ earlier calls are not shown\)$/);
      expect(lines.at(-2)).toMatch(/^ 300 {2}/);
    }
  });

  test('draws a lane twice where it went on after a call that was never answered', () => {
    const calls = [pictured('put a', { lastColumn: undefined }), pictured('put b', { firstColumn: 1, lastColumn: 1 })];
    const lines = renderHistoryDiagram({ columnCount: 2, calls }, { width: 80 }).split('\n');
    expect(lines.filter((line) => line.startsWith('lane 0'))).toHaveLength(2);
  });

  test('obeys nothing in a label', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary' })), (label) => {
        const text = renderHistoryDiagram(ofLabel(label), { width: 80 });
        expect(text.replaceAll('\n', '')).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u,
        );
        expect(text.split('\n')).toHaveLength(6);
      }),
    );
  });

  test('shortens labels of a million characters', () => {
    expect(renderHistoryDiagram(ofLabel('x'.repeat(1_000_000)), { width: 80 }).length).toBeLessThan(2_000);
  });

  test('has nothing to show of no calls', () => {
    expect(renderHistoryDiagram({ columnCount: 1, calls: [] }, { width: 80 })).toBe('');
  });
});

describe('the image', () => {
  const svg = renderHistorySvg(stale, { id: 'history-1' }).text;

  test('has a title and a description for those who cannot see it', () => {
    expect(svg).toContain('role="img" aria-labelledby="history-1-title history-1-description"');
    expect(svg).toContain('<title id="history-1-title">History of 4 calls in 3 lanes</title>');
    expect(svg).toContain('<desc id="history-1-description">Stale: get -&gt; a shows what b had replaced.');
  });

  test('marks the impossible call by more than its color, and the open one', () => {
    expect(svg).toContain(
      'class="history-bar history-impossible"><title>4: get -&gt; a (lane 12): no order explains this',
    );
    expect(svg).toContain('>\u2717 get -&gt; a</text>');
    expect(svg).toContain('class="history-bar history-open"><title>3: put c (lane 1, never answered)</title>');
  });

  test('is right on light and dark pages with a strict Content-Security-Policy', () => {
    expect(svg).toContain('fill="currentColor"');
    expect(svg).not.toMatch(/style|url\(|href/);
  });

  test('makes no markup of a label, and nothing that XML does not have', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary' })), (label) => {
        const drawn = renderHistorySvg(ofLabel(label), { id: 'h' }).text;
        const names = [...drawn.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
        expect(new Set(names)).toEqual(new Set(['svg', 'title', 'desc', 'text', 'g', 'rect']));
        expect(drawn.indexOf('</svg>')).toBe(drawn.length - '</svg>'.length);
        expect(drawn).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e]|\p{Surrogate}/u);
        expect(drawn).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test('shortens labels of a million characters', () => {
    expect(renderHistorySvg(ofLabel('<'.repeat(1_000_000)), { id: 'h' }).text.length).toBeLessThan(20_000);
  });

  test('is drawn of no calls too', () => {
    expect(renderHistorySvg({ columnCount: 1, calls: [] }, { id: 'h' }).text).toContain(
      'History of 0 calls in 0 lanes',
    );
  });
});
