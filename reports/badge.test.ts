// The badge is green only for a run that conformed.

import { expect, test } from 'vitest';
import { badgeSchema } from '../harness/files/badge.js';
import { badgeOf, renderBadgeJson, renderBadgeSvg } from './badge.js';
import { failed, passed, refusalMissed, reportOf } from './testing/sample-report.js';

const good = [passed('a', 'PP-01')];
const bad = [...good, failed('b', 'POL-05', [refusalMissed((place) => place, 'class')])];

test.each([
  ['conforms', reportOf(good), 'conforms, 10.0 % covered', 'brightgreen'],
  ['diverges', reportOf(bad), '1 of 2 diverge, 20.0 % covered', 'red'],
  ['left something over', reportOf(bad, { exit: { code: 8, reason: '' } }), '1 of 2 diverge, 20.0 % covered', 'red'],
  ['was interrupted', reportOf(good, { exit: { code: 130, reason: '' } }), 'inconclusive, 10.0 % covered', 'orange'],
  ['asked nothing', reportOf([], { exit: { code: 5, reason: '' } }), 'not tested', 'lightgrey'],
] as const)('a run that %s', (_, report, message, color) => {
  const label = 'AWS Private CA policies';
  const badge = { schemaVersion: 1, label, message, color, isError: color !== 'brightgreen' };
  expect(badgeOf(report)).toEqual(badge);
  expect(badgeSchema.parse(JSON.parse(renderBadgeJson(report)))).toEqual(badge);
  expect(renderBadgeSvg(report)).toContain(`aria-label="${label}: ${message}"`);
});

test('a single failure among thousands is not rounded away', () => {
  const checks = [...Array.from({ length: 5_000 }, (_, index) => passed(String(index), 'PP-01')), ...bad];
  const report = reportOf(checks);
  expect(badgeOf({ ...report, summary: { ...report.summary, coverage: 0.999_9 } }).message).toBe(
    '1 of 5002 diverge, 99.9 % covered',
  );
});
