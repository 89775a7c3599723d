// Every check that can fail a target is shown to be able to: it is the one that some mutant names. That each does
// notice what it is named for is the matter of `selftest`.

import { expect, test } from 'vitest';
import { allChecks } from '../../suites/all-checks.js';
import { requirementIds } from '../catalogue/index.js';
import { loadAllMutants, loadAllVariants } from '../mutants/load.js';
import { levelOf } from '../run/cases/check.js';

const [mutants, variants] = await Promise.all([loadAllMutants(), loadAllVariants()]);
const known: readonly string[] = requirementIds;

/** A check at level note fails nothing, so that nothing can be named for it. */
const failing = allChecks.filter((check) => levelOf(check) !== 'note').map(({ id }) => id);

test('every check that can fail a target is named by a mutant', () => {
  const named = new Set(mutants.map(({ killedBy }) => killedBy));
  expect(failing.filter((id) => !named.has(id))).toEqual([]);
});

test('every mutant names a check that can fail a target, and a requirement that exists', () => {
  const lost = mutants.filter(({ killedBy, breaks }) => !failing.includes(killedBy) || !known.includes(breaks));
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('every variant names a requirement that exists', () => {
  expect(variants.filter(({ permittedBy }) => !known.includes(permittedBy)).map(({ id }) => id)).toEqual([]);
});

test('three mutants are controls', () => {
  expect(mutants.filter(({ isControl }) => isControl === true)).toHaveLength(3);
});

test('no mutant has the name of a variant', () => {
  const ids = [...mutants, ...variants].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
