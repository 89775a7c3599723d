// The checks with raw requests: the emulator passes them over real sockets; their notes, their exceptions, and the size
// of their counterexamples. `selftest` judges their mutants and variants.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import { caseFileSchema } from '../files/case-file.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Outcome } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import { trialTarget } from '../selftest/selftest-target.js';
import type { Mutation } from '../mutants/mutation.js';
import { singleCallVariants } from '../mutants/all-mutants.js';
import { wireFaults } from '../mutants/faults/wire.js';
import { levelOf, type Check } from '../run/cases/check.js';
import { systemClock, type Clock } from '../run/session/clock.js';
import { runCheck, type CheckResult } from '../run/cases/run-check.js';
import { createCaseSession } from '../run/cases/case-session.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import { credentials, startReference, type TestEmulator } from './testing/reference-emulator.js';
import { defaults } from '../run/session/run-config.js';

const wireChecks = allChecks.filter(({ needs }) => needs?.includes('wire'));
const jsonChecks = wireChecks.filter(({ id }) => id.startsWith('wire/'));

/** The reference service without a mutation. */
const reference: Mutation = { mutate: (service) => service };

async function judge(
  { target, clock }: { readonly target: Target; readonly clock: Clock },
  checks: readonly Check[],
): Promise<Readonly<Record<string, CheckResult>>> {
  const session = createCaseSession({
    config: {
      judging: { ...defaults.judging, modelRevision: newestModelRevision, settleMs: 0 },
    },
    target,
    runId: 'wire',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
  await session.probe();
  const results: Record<string, CheckResult> = {};
  for (const check of checks) {
    results[check.id] = await runCheck(session, check, { seed: 1, casesPerInputClass: 1 }, () => {});
  }
  await session.close();
  return results;
}

function notesOf(results: Readonly<Record<string, CheckResult>>): readonly string[] {
  return Object.values(results).flatMap(({ notes }) => notes);
}

/** The checks that did not pass, with the reason. */
function complaintsOf(results: Readonly<Record<string, CheckResult>>): readonly unknown[] {
  return Object.entries(results)
    .filter(([, { verdict }]) => verdict !== 'pass')
    .map(([id, { verdict, reason, failures }]) => ({ id, verdict, reason, runs: failures.map(({ run }) => run) }));
}

function variantNamed(id: string): Mutation {
  const variant = singleCallVariants.find((each) => each.id === id);
  if (variant === undefined) throw new Error(`There is no variant ${id}.`);
  return variant;
}

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startReference({ nowMs: () => Date.now(), requireSignature: credentials });
});

afterAll(() => emulator.close());

test('the emulator passes every check over real sockets, signatures required', async () => {
  const { url } = emulator;
  const target = createEndpointTarget({ name: url, url, region: 'us-east-1', credentials });
  const results = await judge({ target, clock: systemClock }, wireChecks);
  expect(complaintsOf(results)).toEqual([]);
  expect(notesOf(results)).toEqual([]);
});

test('an empty answer in the other permitted form gives a note', async () => {
  const outputs = wireChecks.filter(({ requirement }) => /^WIRE-0[24]$/.test(requirement));
  expect(notesOf(await judge(trialTarget(variantNamed('braces-for-an-empty-body')), outputs))).toEqual([
    'output/put: answered {}; an empty body is preferred',
    'output/delete: answered {}; an empty body is preferred',
  ]);
});

test('a member Message instead of message gives a note', async () => {
  const messages = wireChecks.filter(({ requirement }) => requirement === 'WIRE-07');
  const notes = notesOf(await judge(trialTarget(variantNamed('message-in-capitals')), messages));
  expect(notes).toContainEqual(expect.stringContaining('Message'));
});

test.each([
  ['wire/ignores-unknown-members', 'refuses-unknown-members'],
  ['wire/answers-unusual-requests-in-the-protocol', 'a-page-for-odd-requests'],
])('%s notes what a target does otherwise, and neither passes nor fails it', async (id, variant) => {
  const checks = wireChecks.filter((check) => check.id === id);
  const { [id]: result } = await judge(trialTarget(variantNamed(variant)), checks);
  expect(result).toMatchObject({ verdict: 'indeterminate', notes: expect.arrayContaining([expect.any(String)]) });
});

const absent: readonly (readonly [string, Outcome])[] = [
  ['status 501', { kind: 'not-implemented', reason: 'HTTP 501' }],
  ['an unknown operation', { kind: 'service-error', error: 'UnknownOperationException', status: 400 }],
];

test.each(absent)('raw requests that are all answered with %s are not judged', async (_form, outcome) => {
  const { target, clock } = trialTarget(reference);
  const results = await judge({ target: { ...target, sendRaw: async () => outcome }, clock }, jsonChecks);
  // The check requires only an error name, which UnknownOperationException is.
  const { 'wire/names-the-type-of-errors': _named, ...others } = results;
  // That the target does not answer in CBOR is what WIRE-12 is about.
  const failing = jsonChecks.filter((check) => levelOf(check) !== 'note');
  const judged = failing.filter(({ id }) => others[id] !== undefined && others[id].verdict !== 'unsupported');
  expect(judged.map(({ id }) => id)).toEqual([]);
});

describe.each(wireFaults.map((each) => [each.id, each] as const))('%s', (_id, mutant) => {
  test('has a counterexample of at most three calls', async () => {
    const checks = wireChecks.filter(({ id }) => id === mutant.killedBy);
    const { [mutant.killedBy]: result } = await judge(trialTarget(mutant), checks);
    expect(result?.verdict).toBe('fail');
    for (const { run } of result?.failures ?? []) expect(run.trace.length).toBeLessThanOrEqual(3);
  });
});

test('every case with a raw request can be saved and read', () => {
  const { case: savedCase } = caseFileSchema.shape;
  for (const { inputClasses } of wireChecks) {
    for (const { cases } of inputClasses) {
      for (const subject of fc.sample(cases, { seed: 3, numRuns: 2 })) {
        const saved: unknown = JSON.parse(JSON.stringify(subject));
        expect(savedCase.parse(saved)).toEqual(saved);
      }
    }
  }
});
