// A run in the process of whoever imports the package, on a target of theirs.

import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { checksOf } from '../../suites/all-checks.js';
import type { CheckReport, Report } from '../files/report.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import { buildReport } from '../results/build-report.js';
import type { Check } from '../run/cases/check.js';
import {
  casesPerInputClass,
  consistencyFor,
  defaults,
  nightlyTimeMs,
  type JudgedLevel,
  type Profile,
  type RunConfig,
} from '../run/session/run-config.js';
import type { Consistency } from '../run/judge/levels.js';
import { isAccountId, isOrganizationId } from '../api/grantees.js';
import { selectChecks } from '../run/cases/select-checks.js';
import { openRun, type OpenRun } from '../host/run-suite.js';
import { packageVersion } from '../host/package-version.js';

/** How much is tried, and by what a target is judged: the options of `pca-conformance run` by the same names. */
export interface RunChoice {
  /** `smoke` where nothing is said. */
  readonly profile?: Profile | undefined;
  /** Repeats the run that had it; chosen by chance where nothing is said. */
  readonly seed?: number | undefined;
  /** Globs on ids of requirements and checks; everything where nothing is said. */
  readonly filters?: readonly string[] | undefined;
  readonly level?: JudgedLevel | undefined;
  readonly consistency?: Consistency | undefined;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  readonly callTimeoutMs?: number | undefined;
  readonly settleMs?: number | undefined;
  /** Another account, one that exists; shares with it must then be accepted. */
  readonly granteeAccount?: string | undefined;
  /** An organization that exists; shares with it must then be accepted. */
  readonly organization?: string | undefined;
  /** The folder for the files of the run; `.pca/last` where nothing is said. */
  readonly outDir?: string | undefined;
  /** Ends the run early, torn down. */
  readonly signal?: AbortSignal | undefined;
}

export interface LibraryRun {
  readonly checks: readonly Check[];
  readonly seed: number;
  start(): Promise<void>;
  reportOf(check: Check): Promise<CheckReport>;
  /** Only once every check is over. */
  finish(): Promise<Report>;
}

export function createLibraryRun(target: Target, choice: RunChoice): LibraryRun {
  const config = configOf(target, choice);
  const allChecks = checksOf(config.judging.modelRevision);
  const checks = selectChecks(allChecks, config.selection);
  const runId = `pca-${randomBytes(6).toString('hex')}`;
  const startedAt = new Date().toISOString();
  const startedMs = performance.now();
  const signal = choice.signal ?? new AbortController().signal;
  let opened: OpenRun | undefined;
  const run = (): OpenRun => {
    if (opened === undefined) throw new Error('The run was not started.');
    return opened;
  };
  const suite = { config, runId, makeTarget: async () => target, acceptedPolicy, allChecks, selected: checks, signal };
  return {
    checks,
    seed: config.selection.seed,
    async start() {
      opened = await openRun(suite);
      await opened.start();
    },
    reportOf: async (check) => run().reportOf(check),
    async finish() {
      const session = await run().finish();
      const reports = await Promise.all(checks.map((check) => run().reportOf(check)));
      return buildReport({
        suite: { name: 'pca-conformance', version: packageVersion() },
        config,
        runId,
        startedAt,
        durationMs: performance.now() - startedMs,
        allChecks,
        selected: checks,
        checks: reports,
        session,
        interruptedBy: signal.aborted ? 'SIGINT' : undefined,
        faults: [],
      });
    },
  };
}

/** Throws where one has not the form of an id. */
function requireGrantees({ granteeAccount = '000000000000', organization = 'o-0000000000' }: RunChoice): void {
  if (!isAccountId(granteeAccount)) {
    throw new TypeError(`granteeAccount "${granteeAccount}" is not an account id; give its 12 digits as a string.`);
  }
  if (isOrganizationId(organization)) return;
  throw new TypeError(
    `organization "${organization}" is not the id of an organization; give o- and 10 to 32 lower-case letters or digits.`,
  );
}

function configOf(target: Target, choice: RunChoice): RunConfig {
  requireGrantees(choice);
  const { profile = 'smoke', maxCalls, maxTimeMs } = choice;
  const untilBudgetEnds = profile === 'nightly';
  const isOpen = untilBudgetEnds && maxCalls === undefined && maxTimeMs === undefined;
  const choiceOfTarget = { kind: 'given', name: target.name } as const;
  return {
    target: { ...defaults.target, choice: choiceOfTarget, region: target.region },
    selection: {
      profile,
      seed: choice.seed ?? randomInt(2 ** 31),
      runs: casesPerInputClass[profile],
      level: choice.level ?? 'any-of',
      filters: choice.filters ?? [],
    },
    budget: {
      // In process, one at a time makes the same seed the same run.
      concurrency: target.inProcess ? 1 : defaults.concurrency,
      maxCalls,
      maxTimeMs: isOpen ? nightlyTimeMs : maxTimeMs,
      untilBudgetEnds,
    },
    judging: {
      modelRevision: newestModelRevision,
      capabilities: {},
      consistency: choice.consistency ?? consistencyFor(choiceOfTarget),
      callTimeoutMs: choice.callTimeoutMs ?? defaults.callTimeoutMs,
      settleMs: choice.settleMs ?? defaults.settleMs,
      granteeAccount: choice.granteeAccount,
      organization: choice.organization,
    },
    output: { outDir: choice.outDir ?? join('.pca', 'last') },
  };
}
