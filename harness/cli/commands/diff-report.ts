// Turns what two targets answered differently into the report of `diff`, and saves each program as a case.

import { join } from 'node:path';
import type { CheckDifference, Difference, DiffReport } from '../../files/diff-report.js';
import type { CheckComparison, JudgedDifference } from '../../host/compare-targets.js';
import { caseFileOf, failureFileName, replayCommand } from '../../results/describe-failure.js';
import { exitCodes } from '../../results/exit-code.js';
import { describeAnswer } from '../../run/judge/answer-words.js';
import type { CaseRun } from '../../run/cases/case-run.js';
import type { Judging, TargetConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import type { FailureFound } from '../../run/cases/input-class-progress.js';
import type { CaseSession } from '../../run/cases/case-session.js';
import { writeTextFile } from '../output/write-file.js';

export interface Side {
  readonly target: TargetConfig;
  readonly judging: Judging;
  readonly session: CaseSession;
}

export interface ComparisonSources {
  readonly suite: DiffReport['suite'];
  readonly run: Omit<DiffReport['run'], 'stopped'>;
  readonly sides: { readonly left: Side; readonly right: Side };
  readonly outDir: string;
  readonly comparisons: readonly CheckComparison[];
  readonly judged: Map<FailureFound, JudgedDifference>;
  readonly stopped: string | null;
  readonly leftovers: readonly {
    readonly side: 'left' | 'right';
    readonly arn: string;
    readonly reason: string;
    readonly answered: boolean;
  }[];
  readonly interruptedBy: number | undefined;
}

/** Throws a CommandFailure if a case cannot be written. */
export function describeComparison(sources: ComparisonSources): DiffReport {
  const { sides, leftovers, stopped } = sources;
  const checks = sources.comparisons.map((comparison) => describeCheck(comparison, sources));
  return {
    schema: 'pca-conformance/diff/1',
    suite: sources.suite,
    run: { ...sources.run, stopped },
    left: targetName(sides.left.target.choice),
    right: targetName(sides.right.target.choice),
    checks,
    leftovers: leftovers.map(({ side, arn, reason }) => ({ side, arn, reason })),
    exit: decideExit(checks, sources),
  };
}

function decideExit(
  checks: readonly CheckDifference[],
  { stopped, leftovers, interruptedBy }: ComparisonSources,
): DiffReport['exit'] {
  if (interruptedBy !== undefined) return { code: interruptedBy, reason: 'the run was interrupted' };
  const remaining = leftovers.filter(({ answered }) => answered || stopped === null);
  if (remaining.length > 0) return { code: exitCodes.leftovers, reason: `${remaining.length} CA(s) were not removed` };
  const differing = checks.filter(({ verdict }) => verdict === 'differs').length;
  if (differing > 0) return { code: exitCodes.diverges, reason: `the targets differ in ${differing} check(s)` };
  if (stopped !== null) return { code: exitCodes.inconclusive, reason: stopped };
  const silent = checks.find(({ reason }) => reason?.startsWith(undecidedWords) === true);
  if (silent !== undefined) return { code: exitCodes.inconclusive, reason: `${silent.id}: ${silent.reason}` };
  if (!checks.some(({ verdict }) => verdict === 'same')) {
    return { code: exitCodes.inconclusive, reason: 'no check was compared' };
  }
  return { code: exitCodes.conforms, reason: 'no difference was seen' };
}

const undecidedWords = 'undecided: ';

function describeCheck({ check, skipped, result }: CheckComparison, sources: ComparisonSources): CheckDifference {
  const { id, requirement, title } = check;
  const common = { id, requirement, title, cases: result?.observed ?? 0 };
  if (result === undefined) {
    return { ...common, verdict: 'not-compared', reason: skipped ?? null, differences: [] };
  }
  if (result.failures.length > 0) {
    const shortestFirst = result.failures.toSorted((one, other) => callCount(one) - callCount(other));
    const differences = shortestFirst.map((found) => describeDifference(check, found, sources));
    return { ...common, verdict: 'differs', reason: null, differences };
  }
  if (result.verdict === 'pass') return { ...common, verdict: 'same', reason: null, differences: [] };
  const words = result.verdict === 'indeterminate' ? undecidedWords : '';
  return { ...common, verdict: 'not-compared', reason: `${words}${result.reason ?? ''}`, differences: [] };
}

function callCount({ failing }: FailureFound): number {
  return failing.steps.length;
}

function describeDifference(
  check: CheckComparison['check'],
  found: FailureFound,
  sources: ComparisonSources,
): Difference {
  const { failing, run, inputClass } = found;
  const judged = sources.judged.get(found);
  const caseFile = join(sources.outDir, 'cases', `${failureFileName(check, found)}.json`);
  writeTextFile(
    caseFile,
    `${JSON.stringify(caseFileOf(check, found, objectionTo(found.run, judged)), undefined, 2)}\n`,
  );
  const replayOn = (side: Side): string => replayCommand(caseFile, side);
  return {
    inputClass,
    program: run.trace.map(({ operation, outcome }, index) => {
      const { kind, input } = failing.steps[index]?.operation ?? operation;
      const other = run.besides?.trace[index]?.outcome;
      return {
        operation: kind,
        input: { ...input },
        left: describeAnswer(outcome),
        right: other === undefined ? '' : describeAnswer(other),
      };
    }),
    policies: run.result.kind === 'violated' ? [...run.result.violation.differences] : [],
    judged: { left: judgementOf(judged?.left), right: judgementOf(judged?.right) },
    caseFile,
    replay: { left: replayOn(sources.sides.left), right: replayOn(sources.sides.right) },
  };
}

function judgementOf(run: CaseRun | undefined): 'conforms' | 'violates' | 'unknown' {
  if (run?.result.kind === 'holds') return 'conforms';
  return run?.result.kind === 'violated' ? 'violates' : 'unknown';
}

/** If the oracle objects to one side, the case says so, and `replay` on that side finds it again. */
function objectionTo(run: CaseRun, judged: JudgedDifference | undefined): Parameters<typeof caseFileOf>[2] {
  const objections = [judged?.right, judged?.left, run].flatMap((each) =>
    each?.result.kind === 'violated' ? [each.result.violation] : [],
  );
  return objections[0] ?? { guarantee: '', expected: [], actual: '' };
}
