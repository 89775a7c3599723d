// Every check that can fail a target is shown to be able to: it is the one that some deviant names. That each does
// notice what it is named for is the matter of `selftest`.

import { expect, test } from 'vitest';
import { allChecks } from '../../suites/all-checks.js';
import { requirementIds } from '../catalogue/index.js';
import { loadAllDeviants, loadAllTwins } from '../deviants/load.js';
import { levelOf } from '../run/check.js';

const [deviants, twins] = await Promise.all([loadAllDeviants(), loadAllTwins()]);
const known: readonly string[] = requirementIds;

/** A check at level note fails nothing, so that nothing can be named for it. */
const failing = allChecks.filter((check) => levelOf(check) !== 'note').map(({ id }) => id);

test('every check that can fail a target is named by a deviant', () => {
  const named = new Set(deviants.map(({ killedBy }) => killedBy));
  expect(failing.filter((id) => !named.has(id))).toEqual([]);
});

test('every deviant names a check that can fail a target, and a requirement that exists', () => {
  const lost = deviants.filter(({ killedBy, breaks }) => !failing.includes(killedBy) || !known.includes(breaks));
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('every twin names a requirement that exists', () => {
  expect(twins.filter(({ permittedBy }) => !known.includes(permittedBy)).map(({ id }) => id)).toEqual([]);
});

test('three deviants are controls', () => {
  expect(deviants.filter(({ isControl }) => isControl === true)).toHaveLength(3);
});

test('no deviant has the name of a twin', () => {
  const ids = [...deviants, ...twins].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
