// Sends calls to a target within the limits of a run: a deadline for each, a budget for all, and an end when the target
// is dead.

import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import pThrottle from 'p-throttle';
import { DriverFault } from '../../api/driver-fault.js';
import type { Operation } from '../../api/operation.js';
import { isAnswer, type Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';
import type { LatencyReport } from '../../files/report.js';
import { sendCall, type CallOptions, type Gate, type Target } from '../../api/target.js';
import type { Clock } from './clock.js';
import { createEventLoopTurns } from './event-loop-turns.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { createLatencyRecorder } from './latency.js';
import { createResending } from './resending.js';

/** After so many calls in a row that lost their connection, the others wait for the target to come back. */
const waitAfterCalls = 5;

/**
 * After so many calls in a row without an answer the run ends as inconclusive. Each operation has a row of its own, and
 * the rows add up: where CAs are made as ever, the policy operations may be dead together, each in its own way.
 */
const deadAfterCalls = 20;

export interface CallLimits {
  /** What an earlier part of the run has spent. */
  readonly before?: { readonly calls: number; readonly elapsedMs: number } | undefined;
  readonly deadlineMs: number;
  /** Calls under way at a time, those that are to overlap aside; as many as there are where absent. */
  readonly concurrency?: number | undefined;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  /** Calls of each operation in a second; a function where they differ. */
  readonly rate?: number | ((operation: string) => number) | undefined;
  /** Why the run has to end for another reason than these; undefined while it has not. */
  readonly spent?: (() => string | undefined) | undefined;
  /** How long an update of a CA may go on, in milliseconds; no time where absent. */
  readonly settleMs?: number | undefined;
  /** How long a target that cannot be connected to may take to come back, in milliseconds; no time where absent. */
  readonly patienceMs?: number | undefined;
}

/** Calls whose connection was refused or lost, so that the target may have been started anew. */
export interface Losses {
  readonly calls: number;
  /** Those of them that were to overlap others. */
  readonly overlapping: number;
}

export interface Caller {
  /** Resolves with the outcome; throws InconclusiveRun or InterruptedRun when the run has to end. */
  call(operation: ApiCall, options?: { readonly waitsForUpdates: boolean }): Promise<Outcome>;
  /**
   * The same for a call that may overlap others. That it has no answer does not count towards the end of the run: where
   * overlap alone brings silence, that is what is to be found out.
   */
  callOverlapping(operation: Operation, gate?: Gate): Promise<Outcome>;
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
  /** How long the answers took; undefined where the clock stood still. */
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
  // Every call under way listens to it, and fifty may be.
  if (signal !== undefined) setMaxListeners(0, signal);
  const startedMs = clock.nowMs() - (limits.before?.elapsedMs ?? 0);
  let calls = limits.before?.calls ?? 0;
  const silences = new Map<ApiCall['kind'], Silence>();
  let ending: InconclusiveRun | undefined;
  let driverFault: string | undefined;
  const waitForTurn = createTurns(limits.rate, signal);
  const latency = createLatencyRecorder();
  const losses = { calls: 0, overlapping: 0 };
  const oneAtATime = pLimit(1);
  const takeEventLoopTurn = target.inProcess ? createEventLoopTurns(clock) : undefined;

  const isAborted = (): boolean => signal?.aborted ?? false;
  const listen = ({ kind }: ApiCall, outcome: Outcome): Outcome => {
    const reason = silenceOf(outcome);
    const before = silences.get(kind);
    if (reason === undefined) silences.delete(kind);
    else {
      const lost = (before?.lost ?? 0) + (outcome.kind === 'transport-error' ? 1 : 0);
      silences.set(kind, { reason, calls: (before?.calls ?? 0) + 1, lost });
    }
    return outcome;
  };
  const spentBudget = (): string | undefined => {
    const { maxCalls, maxTimeMs } = limits;
    if (maxCalls !== undefined && calls >= maxCalls) return `the budget of ${maxCalls} calls is spent`;
    const isLate = maxTimeMs !== undefined && clock.nowMs() - startedMs >= maxTimeMs;
    return isLate ? `the time of ${maxTimeMs / 1000} s is spent` : limits.spent?.();
  };
  const findEnding = (): InconclusiveRun | undefined => {
    const dead = findDead(silences);
    if (dead !== undefined) {
      return new InconclusiveRun(
        `${deadAfterCalls} calls of ${dead.kinds} in a row were not answered: ${dead.reason}`,
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
  const take = async (call: ApiCall): Promise<void> => {
    requireBudget();
    calls += 1;
    await waitForTurn(lineOf(call));
    if (isAborted()) throw new InterruptedRun('The run was interrupted.');
  };
  const { deadlineMs } = limits;
  const resending = createResending((durationMs) => clock.pause(durationMs, signal), limits.settleMs);
  const inLine = limits.concurrency === undefined ? undefined : pLimit(limits.concurrency);
  const send = (call: ApiCall, options: CallOptions): Promise<Outcome> =>
    inLine === undefined
      ? sendNow(call, options)
      : inLine(() => {
          // Who can be cut short is not sent any more once the interruption has come.
          if (options.signal?.aborted === true) throw new InterruptedRun('The run was interrupted.');
          return sendNow(call, options);
        });
  /** Times the call itself, without the wait for its turn. */
  const sendNow = async (call: ApiCall, options: CallOptions): Promise<Outcome> => {
    const sentMs = clock.nowMs();
    const outcome = await sendCall(target, call, options).catch((error: unknown) => {
      if (!(error instanceof DriverFault)) throw error;
      driverFault ??= error.message;
      throw (ending ??= new InconclusiveRun(error.message.split('\n', 1)[0] ?? '', false));
    });
    if (isAnswer(outcome)) latency.record(call.kind, clock.nowMs() - sentMs);
    if (outcome.kind === 'transport-error') losses.calls += 1;
    return outcome;
  };
  /** Whether nobody seems to be there, but may come back. */
  const isAway = (): boolean =>
    limits.patienceMs !== undefined &&
    [...silences.values()].reduce((sum, { lost }) => sum + lost, 0) >= waitAfterCalls;
  /** While nobody is there, one call after another looks for the target, so that it has time to come back. */
  const sendPatiently = async (call: ApiCall, options: CallOptions): Promise<Outcome> => {
    if (!isAway()) return listen(call, await send(call, options));
    return oneAtATime(async () => {
      const pauseMs = (limits.patienceMs ?? 0) / (deadAfterCalls - waitAfterCalls);
      if (isAway()) await clock.pause(pauseMs, signal);
      return listen(call, await send(call, options));
    });
  };

  return {
    deadlineMs,
    call: (operation, { waitsForUpdates } = { waitsForUpdates: true }) =>
      resending.send(
        operation.kind,
        async () => {
          await takeEventLoopTurn?.();
          await take(operation);
          const outcome = await sendPatiently(operation, { deadlineMs, signal });
          // An interruption cuts calls short: what they seem to have answered is not to be judged.
          if (isAborted()) throw new InterruptedRun('The run was interrupted.');
          return outcome;
        },
        waitsForUpdates,
      ),
    // Never sent again: what is judged is when each call was made.
    async callOverlapping(operation, gate) {
      await take(operation);
      const outcome = await sendNow(operation, { deadlineMs, signal, gate });
      if (outcome.kind === 'transport-error') losses.overlapping += 1;
      if (silenceOf(outcome) === undefined) listen(operation, outcome);
      if (isAborted()) throw new InterruptedRun('The run was interrupted.');
      return outcome;
    },
    callToItsEnd: (operation) =>
      resending.send(operation.kind, async () => {
        await take(operation);
        return sendPatiently(operation, { deadlineMs });
      }),
    callAnyway: (operation) =>
      resending.send(operation.kind, async () => {
        calls += 1;
        await waitForTurn(lineOf(operation));
        return send(operation, { deadlineMs });
      }),
    callCount: () => calls,
    throttledCount: () => resending.count(),
    driverFault: () => driverFault,
    latency: () => latency.report(),
    isSpent: () => (ending ??= findEnding()) !== undefined,
    losses: () => ({ ...losses }),
    elapsedMs: () => Math.round(clock.nowMs() - startedMs),
  };
}

/**
 * Lets calls of each operation begin at the rate given, in no second more than that: the quotas of AWS are by operation
 * . An interruption ends the waiting.
 */
function createTurns(given: CallLimits['rate'], signal?: AbortSignal): (operation: string) => Promise<void> {
  if (given === undefined) return async () => {};
  const turns = new Map<string, () => Promise<void>>();
  return async (kind) => {
    const rate = typeof given === 'function' ? given(kind) : given;
    const limit = Math.ceil(rate);
    const turn =
      turns.get(kind) ?? pThrottle({ limit, interval: (1_000 * limit) / rate, strict: true })(async () => {});
    turns.set(kind, turn);
    await (signal === undefined || signal.aborted ? turn() : unlessAborted(turn(), signal));
  };
}

/** The operation whose quota a call uses: raw requests stand in line with those of the operation that they name. */
function lineOf(call: ApiCall): string {
  return call.kind === 'RawRequest' ? (call.input.target?.split('.').at(-1) ?? call.kind) : call.kind;
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

/** How often in a row an operation was not answered, and why the last time. */
interface Silence {
  readonly reason: string;
  readonly calls: number;
  /** Those of them that lost their connection. */
  readonly lost: number;
}

/** The operations that are not answered any more, and why the last of them was not. */
function findDead(
  silences: ReadonlyMap<ApiCall['kind'], Silence>,
): { readonly kinds: string; readonly reason: string } | undefined {
  const silent = [...silences.values()];
  const calls = silent.reduce((sum, silence) => sum + silence.calls, 0);
  if (calls < deadAfterCalls) return undefined;
  return { kinds: [...silences.keys()].join(' and '), reason: silent.at(-1)?.reason ?? '' };
}

/** Why there was no answer; undefined where there was one. */
function silenceOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'transport-error') return outcome.reason;
  return outcome.kind === 'timeout' ? `nothing within ${outcome.deadlineMs} ms` : undefined;
}
