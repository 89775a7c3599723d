// The exit code of a run, with its reason. The first rule that applies decides.

import { reasonOfFault } from '../files/fault.js';
import { isKnown } from '../files/is-known.js';
import type { Report } from '../files/report.js';
import { countOf } from '../text/count.js';

/** The exit codes of the command line. */
export const exitCodes = {
  conforms: 0,
  diverges: 1,
  usage: 2,
  baselineOutOfDate: 3,
  inconclusive: 4,
  tooLittleTested: 5,
  refused: 6,
  suiteFault: 7,
  leftovers: 8,
  interrupted: 130,
  terminated: 143,
} as const;

export type Exit = Report['exit'];

export type RunOutcome = Pick<Report, 'checks' | 'leftovers' | 'faults' | 'baseline'> & {
  readonly stopped: string | null;
  readonly interruptedBy: 'SIGINT' | 'SIGTERM' | undefined;
};

export function decideExit(outcome: RunOutcome): Exit {
  const { checks, faults, stopped, interruptedBy } = outcome;
  if (interruptedBy === 'SIGINT') return { code: exitCodes.interrupted, reason: 'the run was interrupted' };
  if (interruptedBy === 'SIGTERM') return { code: exitCodes.terminated, reason: 'the run was terminated' };
  const [fault] = faults;
  if (fault !== undefined) return { code: exitCodes.suiteFault, reason: reasonOfFault(fault) };
  // If the target stopped answering, it is unknown whether its CAs remain; then the reason for the stop decides.
  const leftovers = outcome.leftovers.filter(({ answered }) => answered || stopped === null);
  if (leftovers.length > 0) {
    return { code: exitCodes.leftovers, reason: `${leftovers.length} CA(s) were not removed: ${leftovers[0]?.arn}` };
  }
  const failed = checks.filter((check) => check.verdict === 'fail' && !isKnown(check));
  if (failed.length > 0) {
    const beyond = outcome.baseline === undefined ? '' : ' beyond the baseline';
    return { code: exitCodes.diverges, reason: `${countOf(failed.length, 'check')} failed${beyond}` };
  }
  if (stopped !== null) return { code: exitCodes.inconclusive, reason: stopped };
  const required = checks.filter(({ level }) => level !== 'note');
  const undecided = required.find(({ verdict }) => verdict === 'indeterminate');
  if (undecided !== undefined) {
    return { code: exitCodes.inconclusive, reason: `${undecided.id} is indeterminate: ${undecided.reason}` };
  }
  const blocked = required.find(({ verdict }) => verdict === 'blocked');
  if (blocked !== undefined && !checks.some(({ verdict }) => verdict === 'fail')) {
    return { code: exitCodes.tooLittleTested, reason: `${blocked.id} observed nothing: ${blocked.reason}` };
  }
  const vacuous = required.find(({ verdict }) => verdict === 'vacuous');
  if (vacuous !== undefined) {
    return { code: exitCodes.tooLittleTested, reason: `${vacuous.id} observed nothing: ${vacuous.reason}` };
  }
  if (!checks.some(({ verdict }) => verdict === 'pass' || verdict === 'fail')) {
    return { code: exitCodes.tooLittleTested, reason: 'no check was run' };
  }
  const [outOfDate, ...more] = outcome.baseline?.outOfDate ?? [];
  if (outOfDate !== undefined) {
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    return { code: exitCodes.baselineOutOfDate, reason: `the baseline is out of date: ${outOfDate.words}${others}` };
  }
  const known = checks.filter(({ verdict }) => verdict === 'fail').length;
  const reason =
    known === 0
      ? 'every check that could be made passed'
      : `every check that could be made passed, but for ${countOf(known, 'check')} as the baseline says`;
  return { code: exitCodes.conforms, reason };
}
