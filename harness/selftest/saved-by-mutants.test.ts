// A case that a run saves shows a fault of the judged target: a conforming target passes it. Each case that is saved against
// a mutant, alone or combined with another one, holds on the reference service, as `replay` says FIXED on the built-in target.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { Case } from '../api/case.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import type { Mutant } from '../mutants/mutant.js';
import { singleCallMutants as mutants } from '../mutants/all-mutants.js';
import type { Named } from '../mutants/named.js';
import { levelOf } from '../run/cases/check.js';
import { systemClock } from '../run/session/clock.js';
import { openTarget } from '../run/session/open-target.js';
import { runSavedCase } from '../run/cases/run-saved-case.js';
import { defaults, type RunConfig } from '../run/session/run-config.js';
import { loadSavedCases } from '../files/saved-cases.js';
import { createCaseSession, type CaseSession } from '../run/cases/case-session.js';
import { createSuiteRun } from '../host/suite-run.js';
import { trialPrincipals, trialTarget } from './selftest-target.js';

const failingChecks = allChecks.filter((check) => levelOf(check) !== 'note');

/** What the mutants are judged with; the example grantees exist for them. */
const config: Omit<RunConfig, 'output'> = {
  target: { ...defaults.target, choice: { kind: 'builtin' } },
  selection: { ...defaults.selection, profile: 'smoke', runs: 1 },
  budget: defaults.budget,
  judging: {
    ...defaults.judging,
    modelRevision: newestModelRevision,
    granteeAccount: '444455556666',
    organization: 'o-example0000',
  },
};

/** The cases that a run of the checks named saves against these mutants in one. */
async function casesSavedAgainst(parts: readonly Named<Mutant>[]): Promise<readonly Case[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'pca-conformance-mutants-'));
  try {
    const isAboutAccess = parts.some(({ killedBy }) => killedBy.startsWith('access/'));
    const { target, clock } = trialTarget({ parts }, isAboutAccess ? trialPrincipals : undefined);
    const run = createSuiteRun({
      config: { ...config, output: { ...defaults.output, outDir } },
      runId: 'pca-mutants',
      target,
      acceptedPolicy,
      clock,
      signal: new AbortController().signal,
      log: { write: () => {}, close: () => {} },
      onProgress: () => {},
      allChecks: failingChecks,
    });
    const named = failingChecks.filter(({ id }) => parts.some(({ killedBy }) => killedBy === id));
    await run.start(named);
    await Promise.all(named.map(async (check) => run.reportOf(check)));
    await run.finish();
    const { cases } = await loadSavedCases(outDir);
    return cases.map(({ saved }) => saved.case);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** What happened in the cases that do not hold, as text; empty if all hold. */
async function broken(cases: readonly Case[]): Promise<readonly string[]> {
  const judge = sessionOn(await openTarget(config.target, newestModelRevision));
  const ofRequests = sessionOn(trialTarget({ parts: [] }, trialPrincipals).target);
  await Promise.all([judge.probe(), ofRequests.probe()]);
  const words: string[] = [];
  for (const subject of cases) {
    if ((await judge.reference?.fails(subject)) !== false)
      words.push(`${subject.inputClass} fails on the reference service`);
    // Raw requests do not reach the built-in target, but the same service behind the protocol.
    const isRequest = subject.steps.some(
      ({ operation, protocol }) => operation.kind === 'RawRequest' || protocol === 'cbor',
    );
    const { result } = await runSavedCase(isRequest ? ofRequests : judge, subject);
    if (result.kind !== 'holds') words.push(`${subject.inputClass}: ${JSON.stringify(result)}`);
  }
  await Promise.all([judge.close(), ofRequests.close()]);
  return words;
}

function sessionOn(target: Target): CaseSession {
  return createCaseSession({
    config: {
      judging: { ...defaults.judging, modelRevision: newestModelRevision, settleMs: 0 },
    },
    target,
    runId: 'pca-replay',
    acceptedPolicy,
    clock: systemClock,
    onEvent: () => {},
  });
}

test('each case saved against a mutant holds on the reference service', async () => {
  const unnoticed: string[] = [];
  for (const mutant of mutants) {
    const cases = await casesSavedAgainst([mutant]);
    if (cases.length === 0) unnoticed.push(mutant.id);
    expect(await broken(cases), mutant.id).toEqual([]);
  }
  // One case of each input class does not find every fault, but almost all.
  expect(unnoticed.length, unnoticed.join(', ')).toBeLessThan(mutants.length / 10);
});

test('each case saved against two mutants in one holds on the reference service', async () => {
  const pair = fc.shuffledSubarray([...mutants], { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(pair, async (parts) => {
      expect(await broken(await casesSavedAgainst(parts)), parts.map(({ id }) => id).join(' + ')).toEqual([]);
    }),
    { seed: 18, numRuns: 25 },
  );
});
