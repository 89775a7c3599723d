// Sends calls to a target within the limits of a run: a deadline for each, a budget for all, and an end when the target
// is dead.

import pThrottle from 'p-throttle';
import type { Operation } from '../api/operation.js';
import { isAnswer, type Outcome } from '../api/outcome.js';
import type { Call } from '../api/raw-request.js';
import type { LatencyReport } from '../api/report.js';
import { sendCall, type Target } from '../api/target.js';
import type { Clock } from './clock.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { createLatencyRecorder } from './latency.js';

/** After so many calls of one operation in a row without an answer, for one reason, the run ends as inconclusive. */
const deadAfterCalls = 20;

export interface CallLimits {
  readonly deadlineMs: number;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  /** Calls of each operation in a second. */
  readonly rate?: number | undefined;
}

export interface Caller {
  /** Resolves with the outcome; throws InconclusiveRun or InterruptedRun when the run has to end. */
  call(operation: Call): Promise<Outcome>;
  /** The same, but never cut short by an interruption, so that nothing is made whose ARN is not learned. */
  callToItsEnd(operation: Operation): Promise<Outcome>;
  /** For cleaning up: beyond budgets and after an interruption. */
  callAnyway(operation: Operation): Promise<Outcome>;
  /** How many calls were sent. */
  callCount(): number;
  /** How long the answers took; undefined where the clock stood still. */
  latency(): LatencyReport[] | undefined;
  /** Whether the budget is spent, or something else has ended the run. */
  isSpent(): boolean;
}

export function createCaller(target: Target, limits: CallLimits, clock: Clock, signal?: AbortSignal): Caller {
  const startedMs = clock.nowMs();
  let calls = 0;
  const silences = new Map<Call['kind'], { readonly reason: string; readonly calls: number }>();
  let ending: InconclusiveRun | undefined;
  const waitForTurn = createTurns(limits.rate, signal);
  const latency = createLatencyRecorder();

  const isAborted = (): boolean => signal?.aborted ?? false;
  const listen = ({ kind }: Call, outcome: Outcome): Outcome => {
    const reason = silenceOf(outcome);
    const before = silences.get(kind);
    if (reason === undefined) silences.delete(kind);
    else silences.set(kind, { reason, calls: before?.reason === reason ? before.calls + 1 : 1 });
    return outcome;
  };
  const spentBudget = (): string | undefined => {
    const { maxCalls, maxTimeMs } = limits;
    if (maxCalls !== undefined && calls >= maxCalls) return `the budget of ${maxCalls} calls is spent`;
    const isLate = maxTimeMs !== undefined && clock.nowMs() - startedMs >= maxTimeMs;
    return isLate ? `the time of ${maxTimeMs / 1000} s is spent` : undefined;
  };
  const findEnding = (): InconclusiveRun | undefined => {
    const dead = [...silences].find(([, silence]) => silence.calls >= deadAfterCalls);
    if (dead !== undefined) {
      const [operation, { reason }] = dead;
      return new InconclusiveRun(
        `${deadAfterCalls} calls of ${operation} in a row were not answered: ${reason}`,
        false,
      );
    }
    const spent = spentBudget();
    return spent === undefined ? undefined : new InconclusiveRun(spent, true);
  };
  const requireBudget = (): void => {
    if (isAborted()) throw new InterruptedRun('The run was interrupted.');
    ending ??= findEnding();
    if (ending !== undefined) throw ending;
  };
  /** Counts the call as made before it is, so that calls at the same time keep to the budget too. */
  const take = async ({ kind }: Call): Promise<void> => {
    requireBudget();
    calls += 1;
    await waitForTurn(kind);
    if (isAborted()) throw new InterruptedRun('The run was interrupted.');
  };
  const { deadlineMs } = limits;
  /** Times the call itself, without the wait for its turn. */
  const timed = async ({ kind }: Call, send: () => Promise<Outcome>): Promise<Outcome> => {
    const sentMs = clock.nowMs();
    const outcome = await send();
    if (isAnswer(outcome)) latency.record(kind, clock.nowMs() - sentMs);
    return outcome;
  };

  return {
    async call(operation) {
      await take(operation);
      const answered = await timed(operation, () => sendCall(target, operation, { deadlineMs, signal }));
      const outcome = listen(operation, answered);
      // An interruption cuts calls short: what they seem to have answered is not to be judged.
      if (isAborted()) throw new InterruptedRun('The run was interrupted.');
      return outcome;
    },
    async callToItsEnd(operation) {
      await take(operation);
      return listen(operation, await timed(operation, () => target.call(operation, { deadlineMs })));
    },
    async callAnyway(operation) {
      calls += 1;
      await waitForTurn(operation.kind);
      return timed(operation, () => target.call(operation, { deadlineMs }));
    },
    callCount: () => calls,
    latency: () => latency.report(),
    isSpent: () => (ending ??= findEnding()) !== undefined,
  };
}

/**
 * Lets calls of each operation begin at the rate given, in no second more than that: the quotas of AWS are by operation
 * . An interruption ends the waiting.
 */
function createTurns(rate: number | undefined, signal?: AbortSignal): (kind: Call['kind']) => Promise<void> {
  if (rate === undefined) return async () => {};
  const limit = Math.ceil(rate);
  const turns = new Map<Call['kind'], () => Promise<void>>();
  return async (kind) => {
    const turn =
      turns.get(kind) ?? pThrottle({ limit, interval: (1_000 * limit) / rate, strict: true })(async () => {});
    turns.set(kind, turn);
    await (signal === undefined || signal.aborted ? turn() : unlessAborted(turn(), signal));
  };
}

/** Resolves early when the signal is aborted. */
async function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end);
    void promise.then(end);
  });
}

/** Why there was no answer; undefined where there was one. */
function silenceOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'transport-error') return outcome.reason;
  return outcome.kind === 'timeout' ? `nothing within ${outcome.deadlineMs} ms` : undefined;
}
