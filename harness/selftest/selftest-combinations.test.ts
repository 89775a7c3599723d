// Combinations of variants: how they are drawn, and that each variant in one has its effect.

import { expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import type { Operation } from '../api/operation.js';
import { answerOf, type Outcome } from '../api/outcome.js';
import { allVariants, singleCallVariants } from '../mutants/all-mutants.js';
import { drawCombinations, exclusions } from './selftest-combinations.js';
import { trialTarget } from './selftest-target.js';

const drawn = drawCombinations(allVariants, 1, 400);

test('a combination holds three variants of single calls', () => {
  const known = singleCallVariants.map(({ id }) => id);
  for (const { id, parts } of drawn) {
    const ids = parts.map((part) => part.id);
    expect(new Set(ids).size, id).toBe(3);
    expect(
      ids.filter((each) => !known.includes(each)),
      id,
    ).toEqual([]);
  }
});

test('the seed decides which, and the order in which the variants are found does not', () => {
  const ids = (seed: number, from = allVariants): readonly string[] =>
    drawCombinations(from, seed, 20).map(({ id }) => id);
  expect(ids(1)).toEqual(ids(1, allVariants.toReversed()));
  expect(ids(1)).not.toEqual(ids(2));
  expect(new Set(ids(1)).size).toBe(20);
});

test('every variant is drawn at some time', () => {
  const ids = new Set(drawn.flatMap(({ parts }) => parts.map((part) => part.id)));
  expect(singleCallVariants.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
});

test('variants that exclude each other exist, and are never combined', () => {
  const known = singleCallVariants.map(({ id }) => id);
  for (const { variants: excluded, reason } of exclusions) {
    expect(
      excluded.filter((id) => !known.includes(id)),
      reason,
    ).toEqual([]);
    const most = Math.max(...drawn.map(({ parts }) => parts.filter(({ id }) => excluded.includes(id)).length));
    expect(most, reason).toBeLessThanOrEqual(1);
  }
});

test('each variant in a combination has its effect, on answers and on the wire', async () => {
  const parts = ['validation-error', 'finds-no-deleted-authority', 'reads-take-two-seconds'].map((id) => {
    const variant = singleCallVariants.find((each) => each.id === id);
    if (variant === undefined) throw new Error(`There is no ${id}.`);
    return variant;
  });
  const { target, clock } = trialTarget({ parts });
  const call = (operation: Operation): Promise<Outcome> => target.call(operation, { deadlineMs: 5_000 });
  const made = await call(createRoot);
  const arn = made.kind === 'success' ? String(made.output['CertificateAuthorityArn']) : '';
  await call({ kind: 'DeleteCertificateAuthority', input: { CertificateAuthorityArn: arn } });
  const beforeMs = clock.nowMs();
  expect(answerOf(await call({ kind: 'GetPolicy', input: { ResourceArn: 'no arn' } }))).toBe('ValidationError');
  expect(clock.nowMs() - beforeMs).toBe(2_000);
  const put = await call({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: acceptedPolicy } });
  expect(answerOf(put)).toBe('ResourceNotFoundException');
});

const createRoot: Operation = {
  kind: 'CreateCertificateAuthority',
  input: {
    CertificateAuthorityType: 'ROOT',
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'EC_prime256v1',
      SigningAlgorithm: 'SHA256WITHECDSA',
      Subject: { CommonName: 'combination' },
    },
  },
};
