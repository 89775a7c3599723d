// What a run writes down about its cases while it goes on: what was sent and answered, and how far it has come.

import { hash } from 'node:crypto';
import { answerOf } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import type { Caller } from '../run/session/caller/caller.js';
import type { Check } from '../run/cases/check.js';
import type { Clock } from '../run/session/clock.js';
import type { EventLog } from '../files/event-log.js';
import type { Phase } from '../run/cases/phases.js';
import { settingsOf } from './resumption.js';
import type { CaseListener, CheckRun } from '../run/cases/run-check.js';
import type { RunConfig } from '../run/session/run-config.js';
import type { InputClassProgress } from '../run/cases/input-class-progress.js';

/** Between two rounds that are written down, in milliseconds: what is lost with the last minute of a night is made again. */
const roundPauseMs = 60_000;

export interface RunLogOptions {
  readonly config: RunConfig;
  readonly runId: string;
  /** Of this package; absent if the run cannot be resumed. */
  readonly suiteVersion?: string | undefined;
  readonly clock: Clock;
  readonly log: EventLog;
}

export interface RunLog {
  /** Once, before anything is sent. */
  started(target: Target): void;
  /**
   * One line for each case. Random cases have one only where they fail: a night of them would fill the disk, and the seed
   * makes them again.
   */
  readonly caseRun: CaseListener;
  turnOver(check: Check, progress: InputClassProgress, phase: Phase): void;
  /** A round of phase `random`; not every one is written. */
  roundOver(runs: readonly CheckRun[], round: number): void;
}

export function createRunLog(options: RunLogOptions, caller: Pick<Caller, 'callCount' | 'elapsedMs'>): RunLog {
  const { config, runId, suiteVersion = '', clock, log } = options;
  const { seed, profile } = config.selection;
  const { untilBudgetEnds } = config.budget;
  let roundWrittenMs = clock.nowMs();
  const turnOver = (check: Check, progress: InputClassProgress, phase: Phase): void => {
    const { inputClass, cases, observed, rejected, distinct, notes, shortfall } = progress;
    const counts = { cases, observed, rejected, distinct: distinct.count() };
    // If time does not end the run, the same seed writes the same lines.
    const elapsedMs = untilBudgetEnds ? caller.elapsedMs() : undefined;
    const place = { check: check.id, inputClass: inputClass.id, phase };
    log.write({ event: 'progress', ...place, ...counts, notes: [...notes], shortfall, elapsedMs });
  };
  return {
    started(target) {
      if (config.resumption !== undefined) {
        log.write({ event: 'run-resumed', runId });
        return;
      }
      const settings = settingsOf(config, suiteVersion);
      log.write({ event: 'run-started', runId, target: target.name, seed, profile, settings });
    },
    caseRun({ check, phase, case: subject, run, shrinking }) {
      if (phase === 'random' && run.result.kind !== 'violated' && !shrinking) return;
      const sent = run.trace.flatMap(({ operation }) => [operation.kind, ...Object.entries(operation.input).flat()]);
      log.write({
        event: 'case',
        check: check.id,
        phase,
        inputClass: subject.inputClass,
        shrinking,
        result: run.result.kind,
        steps: subject.steps.map(({ operation, protocol }) => ({
          ...operation,
          ...(protocol === undefined ? {} : { protocol }),
        })),
        schedule: subject.schedule,
        answers: run.trace.map(({ outcome }) => answerOf(outcome)),
        sentSha256: hash('sha256', sent.map((each) => sentText(each)).join('\n')),
      });
    },
    turnOver,
    roundOver(runs, round) {
      const nowMs = clock.nowMs();
      if (nowMs - roundWrittenMs < roundPauseMs) return;
      roundWrittenMs = nowMs;
      for (const run of runs) for (const progress of run.progress()) turnOver(run.check, progress, 'random');
      log.write({ event: 'round-finished', round, calls: caller.callCount(), elapsedMs: caller.elapsedMs() });
    },
  };
}

/** The long texts of a call as they are: writing them as JSON would take longer than hashing them. */
function sentText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
