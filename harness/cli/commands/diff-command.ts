// `diff`: runs the same programs on two targets, shows the shortest on which they differ, saves each as a case.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { renderTwoTargets } from '../../../reports/two-targets.js';
import { checksOf } from '../../../suites/all-checks.js';
import type { DiffReport } from '../../files/diff-report.js';
import { systemClock } from '../../run/session/clock.js';
import { compareTargets, judgeDifference, type TargetPair } from '../../host/compare-targets.js';
import { budgetOf, selectionOf, type Budget, type Selection, type TargetConfig } from '../../run/session/run-config.js';
import type { Check } from '../../run/cases/check.js';
import { selectChecks } from '../../run/cases/select-checks.js';
import { createCaseSession, type CaseSession } from '../../run/cases/case-session.js';
import { isReasonToStop } from '../../run/session/reason-to-stop.js';
import { usesColor } from '../output/color.js';
import { describeComparison, type Side } from './diff-report.js';
import { fittedText } from '../output/fitted-text.js';
import { hostTarget, type HostedTarget } from '../live/hosted-target.js';
import { packageVersion } from '../../host/package-version.js';
import { createProgress } from '../output/progress.js';
import { requireWritable } from '../output/require-writable.js';
import { budgetOptions } from '../../run/options/budget-options.js';
import type { Parsed } from '../../run/options/option-table.js';
import { differenceOptions, diffSelection, sideOptions } from '../options/diff-options.js';
import type { GivenOptions } from '../options/given-options.js';
import { requireMatches } from '../options/read-run.js';
import { remainingLine } from '../output/show-report.js';
import { listenForSignals } from '../output/signals.js';
import { readJudging, readNamedTarget } from '../options/read-target.js';
import type { Terminal } from '../output/terminal.js';

/** Resolves with the exit code: 0 no difference seen, 1 they differ, 4 one cannot be judged, 8 with CAs left over. */
export async function diffCommand(given: GivenOptions, terminal: Terminal): Promise<number> {
  const targets = { left: targetOf('left', given, terminal), right: targetOf('right', given, terminal) };
  const selection = selectionOf({ ...given.of(diffSelection), level: 'any-of' });
  const judging = { left: readJudging(given, targets.left.choice), right: readJudging(given, targets.right.choice) };
  const { modelRevision } = judging.left;
  const allChecks = checksOf(modelRevision);
  requireMatches(selection.filters, allChecks);
  const budget = budgetOf(given.of(budgetOptions), selection.profile);
  const options = given.of(differenceOptions);
  requireWritable([join(options.outDir, 'cases/differing.json')]);
  const checks = selectChecks(allChecks, selection);
  const hosted: HostedTarget[] = [];
  try {
    for (const side of ['left', 'right'] as const) hosted.push(await hostTarget(targets[side], judging[side]));
    const [left, right] = hosted;
    if (left === undefined || right === undefined) throw new Error('A target was not hosted.');
    const sides = {
      left: { ...left, judging: judging.left },
      right: { ...right, judging: judging.right },
    };
    return await compare({ ...sides, checks, selection, budget, options, terminal });
  } finally {
    for (const { close } of hosted) await close();
  }
}

function targetOf(side: 'left' | 'right', given: GivenOptions, terminal: Terminal): TargetConfig {
  const options = given.of(sideOptions);
  const word = options[side];
  const target = readNamedTarget(given, terminal, { option: `--${side}`, word, mayBeLive: false });
  return {
    ...target,
    accessKey: options[`${side}AccessKey`] ?? target.accessKey,
    secretKey: options[`${side}SecretKey`] ?? target.secretKey,
  };
}

type HostedSide = Omit<Side, 'session'> & Pick<HostedTarget, 'open'>;

interface Task {
  readonly left: HostedSide;
  readonly right: HostedSide;
  readonly checks: readonly Check[];
  readonly selection: Selection;
  readonly budget: Budget;
  readonly options: Parsed<typeof differenceOptions>;
  readonly terminal: Terminal;
}

async function compare({ left, right, checks, selection, budget, options, terminal }: Task): Promise<number> {
  const signals = listenForSignals(terminal);
  const startedMs = performance.now();
  const sides = {
    left: await openSide(left, 'left', budget, signals.signal),
    right: await openSide(right, 'right', budget, signals.signal),
  };
  const sessions = { left: sides.left.session, right: sides.right.session };
  const progress = createProgress({ total: checks.length, quiet: options.quiet, terminal });
  const inProcess = sessions.left.target.inProcess || sessions.right.target.inProcess;
  const outcome = await tryToCompare(sessions, checks, {
    seed: selection.seed,
    casesPerInputClass: selection.runs,
    ...budget,
    concurrency: inProcess ? 1 : budget.concurrency,
    isInterrupted: () => signals.signal.aborted,
    onTurn: (turn) => progress.onProgress(turn),
  });
  const leftovers = [];
  for (const side of ['left', 'right'] as const) {
    for (const each of await sessions[side].close()) leftovers.push({ side, ...each });
    terminal.stderr.write(remainingLine(sessions[side].pool.remainingCount()));
  }
  signals.stop();
  progress.end();
  const report = describeComparison({
    ...outcome,
    suite: { name: 'pca-conformance', version: packageVersion() },
    run: {
      seed: selection.seed,
      profile: selection.profile,
      filters: [...selection.filters],
      calls: { left: sessions.left.caller.callCount(), right: sessions.right.caller.callCount() },
      durationMs: Math.round(performance.now() - startedMs),
    },
    sides,
    outDir: options.outDir,
    leftovers,
    interruptedBy: signals.received(),
  });
  show(report, options, terminal);
  return report.exit.code;
}

type Plan = Parameters<typeof compareTargets>[2];
type Found = Pick<Parameters<typeof describeComparison>[0], 'comparisons' | 'judged' | 'stopped'>;

/** A target that provides no CA, or does not answer, cannot be compared. */
async function tryToCompare(
  sessions: Pick<TargetPair, 'left' | 'right'>,
  checks: Task['checks'],
  plan: Plan,
): Promise<Found> {
  const probed = { left: await tryProbe(sessions.left), right: await tryProbe(sessions.right) };
  for (const side of ['left', 'right'] as const) {
    const { reason } = probed[side];
    if (reason !== undefined) return { comparisons: [], judged: new Map(), stopped: `the ${side} target: ${reason}` };
  }
  const { left, right } = { left: probed.left.probe, right: probed.right.probe };
  if (left === undefined || right === undefined) throw new Error('A target was not probed.');
  const pair = { ...sessions, probes: { left, right } };
  const comparisons = await compareTargets(pair, checks, plan);
  const found = comparisons.flatMap(({ result }) => result?.failures ?? []);
  const judged: Found['judged'] = new Map();
  for (const each of found) judged.set(each, await judgeDifference(pair, each));
  const stopped = comparisons.map(({ result }) => result?.stopped).find((reason) => reason !== undefined);
  return { comparisons, judged, stopped: stopped ?? null };
}

async function tryProbe(
  session: CaseSession,
): Promise<{ readonly probe?: TargetPair['probes']['left']; readonly reason?: string }> {
  try {
    return { probe: await session.probe() };
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    return { reason: error.message };
  }
}

async function openSide(
  { target, open, judging }: HostedSide,
  side: 'left' | 'right',
  { concurrency: _ofComparison, ...budget }: Budget,
  signal: AbortSignal,
): Promise<Side> {
  const session = createCaseSession({
    config: { judging, budget },
    target: await open(),
    // The name of a CA is also its idempotency token, of at most 36 characters.
    runId: `pca-${side}-${randomBytes(6).toString('hex')}`,
    acceptedPolicy,
    clock: systemClock,
    signal,
    onEvent: () => {},
  });
  return { target, judging, session };
}

function show(report: DiffReport, { json, quiet, color }: Task['options'], { stdout, stderr, env }: Terminal): void {
  const stream = json ? stderr : stdout;
  const text = renderTwoTargets(report, { color: usesColor(stream, { color }, env), quiet });
  stream.write(fittedText(text, stream));
  if (json) stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
}
