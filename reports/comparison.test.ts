// The changes between two runs, for every pair of verdicts.

import { expect, test } from 'vitest';
import type { CheckReport } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { verdicts } from '../harness/files/verdicts.js';
import { compareReports, renderComparison } from './comparison.js';
import { hostileText } from './testing/hostile-text.js';
import { passed, reportOf, sampleReport } from './testing/sample-report.js';

const expected: Readonly<Record<string, string>> = {
  'pass fail': 'newlyFailing',
  'fail pass': 'newlyPassing',
};

function checkWith(verdict: CheckVerdict | null): readonly CheckReport[] {
  return verdict === null ? [] : [{ ...passed('a/check', 'PP-01'), verdict }];
}

const isJudged = (verdict: CheckVerdict | null): boolean => verdict === 'pass' || verdict === 'fail';
const all = [...verdicts, null];

test.each(all.flatMap((before) => all.map((now) => [before, now] as const)))('%s, then %s', (before, now) => {
  const { newlyFailing, newlyPassing, lost, gained } = compareReports(
    { checks: [...checkWith(before)] },
    { checks: [...checkWith(now)] },
  );
  const found = Object.entries({ newlyFailing, newlyPassing, lost, gained }).flatMap(([name, { length }]) =>
    length === 0 ? [] : [name],
  );
  const place = (): string | undefined => {
    if (isJudged(before)) return isJudged(now) ? expected[`${before} ${now}`] : 'lost';
    if (now === 'fail') return 'newlyFailing';
    return now === 'pass' ? 'gained' : undefined;
  };
  expect(found).toEqual([place()].filter((each) => each !== undefined));
});

test('is shown in words, with the reason why a check is lost, on lines of its own', () => {
  const lost = { ...passed('a/check', 'PP-01'), verdict: 'unsupported', reason: 'the target\nlacks wire' } as const;
  const text = renderComparison(reportOf([passed('a/check', 'PP-01')]), reportOf([lost]));
  expect(text).toContain('checks lost (1)\n  PP-01 a/check: pass -> unsupported: the target\\u000alacks wire\n');
  expect(renderComparison(sampleReport(hostileText), reportOf([]))).not.toMatch(/[\u001b\u202e\u009b]/);
});

test('says where nothing did', () => {
  expect(renderComparison(sampleReport(), sampleReport())).toMatch(/\n\nnothing changed\n$/);
});
