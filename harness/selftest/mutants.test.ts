// Every check that can fail a target is named by some mutant, which shows that it can. That each does
// notice its mutants is shown by `selftest`.

import { expect, test } from 'vitest';
import { allChecks } from '../../suites/all-checks.js';
import { clientMutants, clientVariants } from '../mutants/all-client-mutants.js';
import { allMutants, allVariants } from '../mutants/all-mutants.js';
import { levelOf } from '../run/cases/check.js';

/** A check at level note fails nothing, so no mutant can name it. */
const failing = allChecks.filter((check) => levelOf(check) !== 'note').map(({ id }) => id);

test('every check that can fail a target is named by a mutant', () => {
  const named = new Set<string>(allMutants.map(({ killedBy }) => killedBy));
  expect(failing.filter((id) => !named.has(id))).toEqual([]);
});

test('every mutant names a check that can fail a target', () => {
  const lost = allMutants.filter(({ killedBy }) => !failing.includes(killedBy));
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('three mutants are controls', () => {
  expect(allMutants.filter(({ isControl }) => isControl === true)).toHaveLength(3);
});

test.for([
  ['the reference service', [...allMutants, ...allVariants]],
  ['the plain client', [...clientMutants, ...clientVariants]],
] as const)('no two mutants or variants of %s have the same id', ([, all]) => {
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
