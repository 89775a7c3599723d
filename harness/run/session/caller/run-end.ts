// The end of a run before its time: once it has ended, it stays ended, and nothing more is sent.

import { InterruptedRun, type InconclusiveRun } from '../interruption.js';
import type { Send } from './send.js';

export interface RunEnd {
  /** Ends the run, unless it has ended already; returns the reason that counts. */
  end(reason: InconclusiveRun): InconclusiveRun;
  isOver(): boolean;
  /** Throws instead of sending once the run has ended or is interrupted. */
  unlessOver(send: Send): Send;
  /** Throws instead of sending once the run is interrupted. */
  unlessInterrupted(send: Send): Send;
}

/** `findReason` is asked before each call; its first reason is kept. */
export function createRunEnd(findReason: () => InconclusiveRun | undefined, signal?: AbortSignal): RunEnd {
  let reason: InconclusiveRun | undefined;
  const find = (): InconclusiveRun | undefined => (reason ??= findReason());
  return {
    end: (given) => (reason ??= given),
    isOver: () => find() !== undefined,
    unlessOver: (send) => async (call, options) => {
      requireNoInterruption(signal);
      const found = find();
      if (found !== undefined) throw found;
      return send(call, options);
    },
    unlessInterrupted: (send) => async (call, options) => {
      requireNoInterruption(signal);
      return send(call, options);
    },
  };
}

/** Throws instead of sending or returning if the signal of the call is aborted: an answer that was cut short is not judged. */
export function unlessCutShort(send: Send): Send {
  return async (call, options) => {
    requireNoInterruption(options.signal);
    const outcome = await send(call, options);
    requireNoInterruption(options.signal);
    return outcome;
  };
}

function requireNoInterruption(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new InterruptedRun('The run was interrupted.');
}
