// Files and filters that name the former id of a renamed check still work.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as plainTest } from 'vitest';
import { allChecks } from '../../../suites/all-checks.js';
import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import { formerCheckIds, presentCheckId } from '../../api/former-check-ids.js';
import { readBaseline } from '../../baseline/read-baseline.js';
import { resumptionOf } from '../../host/resumption.js';
import { loadSavedCases } from '../../files/saved-cases.js';
import { selectChecks } from '../../run/cases/select-checks.js';
import { test } from '../../testing/cli-test.js';

const former = 'put-policy/can-be-repeated';
const present = 'put-policy/accepts-the-same-policy-again';

plainTest('every former id leads to a check, and is not the id of another', () => {
  const ids = [...allChecks, ...allSdkChecks].map(({ id }) => id);
  for (const [before, now] of Object.entries(formerCheckIds)) {
    expect(ids).toContain(now);
    expect(ids).not.toContain(before);
  }
  expect(presentCheckId('constructor')).toBe('constructor');
});

plainTest('a filter by the former id selects the check', () => {
  const selected = selectChecks(allChecks, { filters: [former], level: 'any-of' });
  expect(selected.map(({ id }) => id)).toEqual([present]);
});

const step = { role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } } };
const saved = { inputClass: 'repeat/twice', given: ['usable'], steps: [step] };

plainTest('a baseline entry applies to the check', () => {
  const entry = { check: former, signature: 'repeat/twice: Success', reason: 'known', firstSeen: '2026-11-24' };
  const source = JSON.stringify({
    schema: 'pca-conformance/baseline/1',
    entries: [{ ...entry, issue: null, expires: null, case: saved }],
  });
  const read = readBaseline(source, allChecks);
  expect(read).toMatchObject({ kind: 'baseline', entries: [{ check: present }] });
});

test('a saved case is run for the check', async ({ folder }) => {
  mkdirSync(join(folder, 'cases'));
  const file = {
    schema: 'pca-conformance/case/1',
    check: former,
    requirement: 'PP-01',
    guarantee: 'x',
    expected: ['Success'],
  };
  writeFileSync(join(folder, 'cases/a.json'), JSON.stringify({ ...file, actual: 'y', case: saved }));
  const { cases, unreadable } = await loadSavedCases(folder);
  expect(unreadable).toEqual([]);
  expect(cases.map(({ saved: { check } }) => check)).toEqual([present]);
});

plainTest('a resumed run continues the check', () => {
  const { inputClasses } = resumptionOf([
    {
      event: 'progress',
      check: former,
      inputClass: 'repeat/twice',
      phase: 'first-pass',
      cases: 1,
      observed: 1,
      rejected: 0,
      distinct: 1,
      notes: [],
    },
  ]);
  expect(Object.keys(inputClasses)).toEqual([present]);
});
