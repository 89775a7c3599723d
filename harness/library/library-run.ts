// A run in the process of a program that imports the package, on its own target.

import { randomBytes } from 'node:crypto';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { checksOf } from '../../suites/all-checks.js';
import type { CheckReport, Report } from '../files/report.js';
import type { Target } from '../api/target.js';
import { buildReport } from '../results/build-report.js';
import type { Check } from '../run/cases/check.js';
import { budgetOptions } from '../run/options/budget-options.js';
import { judgingOptions } from '../run/options/judging-options.js';
import { libraryValues, type LibraryValues } from '../run/options/option-table.js';
import { outputOptions } from '../run/options/output-options.js';
import { selectionOptions } from '../run/options/selection-options.js';
import { budgetOf, defaults, judgingOf, selectionOf, type RunConfig } from '../run/session/run-config.js';
import { selectChecks } from '../run/cases/select-checks.js';
import { openRun, type OpenRun } from '../host/run-suite.js';
import { packageVersion } from '../host/package-version.js';

/** How much is tried, and how a target is judged: the options of `pca-conformance run` by the same names. */
export interface RunChoice
  extends
    LibraryValues<typeof selectionOptions>,
    LibraryValues<typeof budgetOptions>,
    LibraryValues<typeof judgingOptions>,
    LibraryValues<typeof outputOptions> {
  /** Ends the run early; its CAs are removed. */
  readonly signal?: AbortSignal | undefined;
}

export interface LibraryRun {
  readonly outDir: string;
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
    outDir: config.output.outDir,
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

/** Throws a TypeError that names the member of the choice that has a wrong value. */
function configOf({ name, region, inProcess }: Target, choice: RunChoice): RunConfig {
  const given = { ...choice };
  const target = { kind: 'given', name } as const;
  const selection = selectionOf(libraryValues(selectionOptions, given));
  const budget = budgetOf(libraryValues(budgetOptions, given), selection.profile);
  return {
    target: { ...defaults.target, choice: target, region },
    selection,
    // In process, one check at a time makes the same seed repeat the same run.
    budget: inProcess ? { ...budget, concurrency: 1 } : budget,
    judging: judgingOf(libraryValues(judgingOptions, given), target),
    output: libraryValues(outputOptions, given),
  };
}
