// Sends calls to a target within the limits of a run: the parts of this folder, one around the other.

import { setMaxListeners } from 'node:events';
import type { Operation } from '../../../api/operation.js';
import type { Outcome } from '../../../api/outcome.js';
import type { PrincipalName } from '../../../api/principal.js';
import type { ApiCall } from '../../../api/raw-request.js';
import { sendCall, type Gate, type Target } from '../../../api/target.js';
import type { LatencyReport } from '../../../files/report.js';
import type { Clock } from '../clock.js';
import { InconclusiveRun } from '../interruption.js';
import { createAnswerRecord, type Losses } from './answer-record.js';
import { createCallBudget, type BudgetLimits } from './call-budget.js';
import { inLine } from './concurrency-line.js';
import { createDriverFaults } from './driver-fault.js';
import { yielding } from './event-loop-turns.js';
import { patiently } from './patience.js';
import { createTurns, type Rate } from './rate-turns.js';
import { createResending } from './resending.js';
import { createRunEnd, unlessCutShort } from './run-end.js';
import type { Send } from './send.js';
import { createSilenceWatch } from './silence-watch.js';

export interface CallLimits extends BudgetLimits {
  readonly deadlineMs: number;
  /** Calls in progress at a time, apart from those that are to overlap; no limit if absent. */
  readonly concurrency?: number | undefined;
  readonly rate?: Rate | undefined;
  /** How long an update of a CA may go on, in milliseconds; no time if absent. */
  readonly settleMs?: number | undefined;
  /** How long a target that cannot be connected to may take to come back, in milliseconds; no time if absent. */
  readonly patienceMs?: number | undefined;
}

export interface SendOptions {
  /** Whether a call that meets an update of a CA is sent again; true unless stated. */
  readonly waitsForUpdates?: boolean | undefined;
  /** Who makes the call; the owner of the CAs unless stated. */
  readonly as?: PrincipalName | undefined;
}

export interface Caller {
  /** Resolves with the outcome; throws InconclusiveRun or InterruptedRun when the run has to end. */
  call(operation: ApiCall, options?: SendOptions): Promise<Outcome>;
  /**
   * The same for a call that may overlap others. It is never sent again: what is judged is when each call was made. A
   * missing answer does not count towards the end of the run.
   */
  callOverlapping(operation: ApiCall, gate?: Gate): Promise<Outcome>;
  /** The same, but never cut short by an interruption, so that nothing is made whose ARN is not learned. */
  callToItsEnd(operation: Operation): Promise<Outcome>;
  /** For cleaning up: beyond budgets and after an interruption. */
  callAnyway(operation: Operation): Promise<Outcome>;
  /** How long an answer is waited for, in milliseconds. */
  readonly deadlineMs: number;
  /** How many calls were sent. */
  callCount(): number;
  /** How many of them were sent again because they had been refused for their rate. */
  throttledCount(): number;
  /** How long the answers took; undefined if the clock stood still. */
  latency(): LatencyReport[] | undefined;
  /** What the driver of the target did against its protocol, which ends the run. */
  driverFault(): string | undefined;
  /** Whether the budget is spent, or something else has ended the run. */
  isSpent(): boolean;
  losses(): Losses;
  /** How long the run has taken, in milliseconds. */
  elapsedMs(): number;
}

export function createCaller(target: Target, limits: CallLimits, clock: Clock, signal?: AbortSignal): Caller {
  // Every call in progress listens to it, and fifty may be.
  if (signal !== undefined) setMaxListeners(0, signal);
  const { deadlineMs, concurrency, rate, patienceMs } = limits;
  const budget = createCallBudget(limits, clock);
  const watch = createSilenceWatch();
  const run = createRunEnd(() => {
    const death = watch.death();
    if (death !== undefined) return new InconclusiveRun(death, false);
    const spent = budget.spent();
    return spent === undefined ? undefined : new InconclusiveRun(spent, true);
  }, signal);
  const answers = createAnswerRecord(clock);
  const faults = createDriverFaults(run);
  const resending = createResending((durationMs) => clock.pause(durationMs, signal), limits.settleMs);

  // From the innermost part, which sends, to the outermost.
  const now = unlessCutShort(
    answers.recorded(faults.endingOnFault((call, options) => sendCall(target, call, options))),
  );
  const lined = inLine(now, concurrency);
  const patient = patiently(watch.watched(lined), { watch, clock, patienceMs, signal });
  const overlapping = watch.watchedForAnswers(answers.recordedOverlapping(now));
  const turns = createTurns(rate, signal);
  const withinLimits = (send: Send): Send => run.unlessOver(budget.counted(turns(run.unlessInterrupted(send))));
  const sendPatiently = withinLimits(patient);
  const sendYielding = target.inProcess ? yielding(sendPatiently, clock) : sendPatiently;
  const sendOverlapping = withinLimits(overlapping);
  const sendAnyway = budget.counted(turns(lined));

  return {
    deadlineMs,
    call: (operation, { waitsForUpdates = true, as } = {}) =>
      resending.send(operation.kind, () => sendYielding(operation, { deadlineMs, signal, as }), waitsForUpdates),
    callOverlapping: (operation, gate) => sendOverlapping(operation, { deadlineMs, signal, gate }),
    callToItsEnd: (operation) => resending.send(operation.kind, () => sendPatiently(operation, { deadlineMs })),
    callAnyway: (operation) => resending.send(operation.kind, () => sendAnyway(operation, { deadlineMs })),
    callCount: () => budget.callCount(),
    throttledCount: () => resending.count(),
    driverFault: () => faults.first(),
    latency: () => answers.latency(),
    isSpent: () => run.isOver(),
    losses: () => answers.losses(),
    elapsedMs: () => budget.elapsedMs(),
  };
}
