// The summary in Markdown: its content, the escaping of untrusted text, and its size limit.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown.js';
import { code, plain } from './text/markdown-text.js';
import { matrixOf, renderMatrixMarkdown } from './matrix.js';
import { hostileText } from './testing/hostile-text.js';
import { failed, refusalMissed, reportOf, sampleReport } from './testing/sample-report.js';

/** The limit of GitHub for the summary of one step, in bytes. */
const maxSummaryLength = 1_048_576;

describe('the summary', () => {
  test('says the numbers, each failure, and what has no verdict', () => {
    const text = renderMarkdown(sampleReport());
    for (const part of [
      '**50.0 %** (2 of 4 judged)',
      '**40.0 %** (4 of 10 checks)',
      '## Failures',
      '<b>POL-05</b>',
      'was answered with `answer`',
      '- expected `InvalidPolicyException or ValidationException`',
      'the one difference: `edit`',
      'npx pca-conformance replay policy/words.json',
      '## Without a verdict',
      'Left over: `left-over`',
      'exit 8',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says that a good run conforms, in a few lines', () => {
    const text = renderMarkdown(reportOf(sampleReport().checks.filter(({ verdict }) => verdict === 'pass')));
    expect(text).toMatch(/^# Conforms: `builtin`\n/);
    expect(text).not.toContain('## ');
  });

  test('fits into the summary of a job, however much failed', () => {
    const long = (place: string): string => `${place} `.repeat(100_000);
    const checks = Array.from({ length: 400 }, (_, index) => {
      const inputClasses = Array.from({ length: 50 }, (__, number) => `class/${number}`);
      return failed(
        `check/${index}`,
        'POL-05',
        inputClasses.map((inputClass) => refusalMissed(long, inputClass)),
      );
    });
    expect(Buffer.byteLength(renderMarkdown(reportOf(checks)))).toBeLessThan(maxSummaryLength);
  });

  test('has the lines of a report without hostile texts, and none that they begin', () => {
    const lines = renderMarkdown(sampleReport(hostileText)).split('\n');
    expect(lines.length).toBe(renderMarkdown(sampleReport()).split('\n').length);
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1);
  });
});

test('the matrix has a row for each requirement, whatever its targets are called', () => {
  const rows = (foreign?: typeof hostileText): number =>
    renderMatrixMarkdown(matrixOf([sampleReport(foreign)])).split('\n').length;
  expect(rows(hostileText)).toBe(rows());
  const [, , head = '', ...rest] = renderMatrixMarkdown(matrixOf([sampleReport(hostileText)]))
    .trim()
    .split('\n');
  for (const row of rest) expect(row.split('|').length).toBe(head.split('|').length);
});

describe('foreign text in Markdown', () => {
  test('is a code span that it cannot end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '|', '<', '\n') }), (text) => {
        const [, open = '', inside = '', close = ''] = /^(`+)([\s\S]*?)(`+)$/.exec(code(text)) ?? [];
        expect(open.length).toBe(close.length);
        expect(inside).not.toContain('\n');
        const runs = [...inside.matchAll(/`+/g)].map(([run]) => run.length);
        expect(runs).not.toContain(open.length);
      }),
    );
  });

  test('or text without any sign of markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).not.toMatch(/[<>"'`*_~|[\]()\\@!{}\n]|#(?!\d+;)|&(?!#\d+;)/);
      }),
    );
  });
});
