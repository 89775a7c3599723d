// Runs the calls of a schedule and records what happened: the only place that creates a history.

import type { Outcome } from '../../api/outcome.js';
import { renderOperation } from '../../api/render-case.js';
import type { Gate } from '../../api/target.js';
import type { Lane, Schedule, ScheduledCall, ScheduledOperation } from '../../api/schedule.js';
import type { Caller } from '../session/caller/caller.js';
import type { Clock } from '../session/clock.js';
import { sentAs } from './sent-as.js';
import type { Interleaving } from './interleaving.js';
import { lagBoundMs } from '../judge/levels.js';
import { leavesFateOpen, type RecordedCall, type RecordedHistory } from '../judge/recorded-history.js';

export interface ScheduleRun {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly arns: readonly string[];
  /** Distinguishes the policies of this run from those of every other. */
  readonly nonce: number;
  /** Chooses the order if the target is gated. */
  readonly interleaving?: Interleaving | undefined;
  /** How long a write may take to settle, in milliseconds. */
  readonly settleMs: number;
}

/** A pause that is long for a call and short for a person, in milliseconds. */
const shortPauseMs = 5;

/** Longer than changes may take to settle, so that they have certainly settled. */
const settledMarginMs = 20;

/** The time between two events that no clock could distinguish, so that no two events have the same time. */
const tickMs = 1e-3;

interface WaveRun {
  readonly overlaps: boolean;
  readonly gate: Gate | undefined;
}

export interface Recorder {
  readonly history: () => RecordedHistory;
  /** Appends the calls of one schedule to those before; no wave follows one that leaves the fate of a call open. */
  record(schedule: Pick<Schedule, 'waves'>): Promise<void>;
}

export function createRecorder(run: ScheduleRun): Recorder {
  const calls: RecordedCall[] = [];
  const stamp = createStamp(run.clock);
  let giveUp = createSignal();

  async function recordCall(
    lane: number,
    { operation: generated, protocol }: ScheduledCall,
    wave: WaveRun,
  ): Promise<void> {
    const operation = renderOperation(withNonce(generated, run.nonce), run.arns);
    const sent = sentAs(operation, protocol);
    const place = calls.length;
    const invokedAt = stamp();
    const input = { operation, generated };
    const open: Outcome = { kind: 'timeout', deadlineMs: run.caller.deadlineMs };
    calls.push({ lane, input, invokedAt, outcome: open, endedAt: Infinity });
    const answer = wave.overlaps
      ? run.caller.callOverlapping(sent, wave.gate)
      : run.caller.call(sent, { waitsForUpdates: false });
    const outcome = await Promise.race([answer, giveUp.promise.then(() => open)]);
    const endedAt = stamp();
    const returned = leavesFateOpen(outcome) ? {} : { returned: { at: endedAt, output: outcome } };
    calls[place] = { lane, input, invokedAt, outcome, endedAt, ...returned };
  }

  async function runLane(lane: number, { offset, calls: planned }: Lane, wave: WaveRun): Promise<void> {
    await takeOffset(run.clock, offset, wave.gate);
    for (const call of planned) {
      await takePause(run, call, wave.gate);
      await recordCall(lane, call, wave);
    }
  }

  /** A call that waits while no other call proceeds waits for ever; here that is known at once. */
  async function goOn(gated: Interleaving, done: Promise<unknown>): Promise<void> {
    while (!(await gated.run(done))) {
      giveUp.give();
      giveUp = createSignal();
    }
  }

  return {
    history: () => calls,
    async record({ waves }) {
      for (const { lanes } of waves) {
        const overlaps = lanes.filter(({ calls: planned }) => planned.length > 0).length > 1;
        const gated = overlaps ? run.interleaving : undefined;
        const wave = { overlaps, gate: gated?.gate };
        const done = Promise.all(lanes.map((lane, index) => runLane(index, lane, wave)));
        if (gated !== undefined) await goOn(gated, done);
        await done;
        // If the fate of a call is open, later calls show less and less.
        if (calls.some(({ outcome }) => leavesFateOpen(outcome))) return;
      }
    },
  };
}

/** Later by a time, or by so many turns. */
async function takeOffset(clock: Clock, offset: number, gate: Gate | undefined): Promise<void> {
  if (gate === undefined && offset > 0) await clock.pause(offset);
  if (gate === undefined) return;
  for (let turn = 0; turn < offset; turn += 1) await gate();
}

async function takePause(
  { clock, settleMs }: ScheduleRun,
  { pause, operation }: ScheduledCall,
  gate: Gate | undefined,
): Promise<void> {
  if (pause === 'none') return;
  // Reads may lag for longer than writes may be refused.
  const settledMs = operation.kind === 'GetPolicy' ? lagBoundMs(settleMs) : settleMs;
  const durationMs = pause === 'short' ? shortPauseMs : settledMs + settledMarginMs;
  // If nothing takes time, only the other calls have to proceed.
  if (settleMs > 0) await clock.pause(durationMs);
  await gate?.();
}

/** The call with the number of its run in its policy. */
export function withNonce(operation: ScheduledOperation, nonce: number): ScheduledOperation {
  if (operation.kind !== 'PutPolicy') return operation;
  const Policy = operation.input.Policy.replaceAll('{{nonce}}', `run${nonce}`);
  return { ...operation, input: { ...operation.input, Policy } };
}

/** The clock of the recorder: each reading is later, even if the clock stands still. */
function createStamp(clock: Clock): () => number {
  const startMs = clock.nowMs();
  let latest = 0;
  return () => {
    latest = Math.max(clock.nowMs() - startMs, latest + tickMs);
    return latest;
  };
}

function createSignal(): { readonly promise: Promise<void>; give(): void } {
  const listeners: (() => void)[] = [];
  const promise = new Promise<void>((resolve) => listeners.push(resolve));
  return { promise, give: () => listeners.forEach((listener) => listener()) };
}
