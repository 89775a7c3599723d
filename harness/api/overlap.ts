// How a host handles concurrent calls, from their arrival to their answers. Every host uses the same function, so that a
// mutant of it shows the same fault in process and over HTTP.

import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';
import type { Protocol } from './protocol.js';

/** A pending call, and the functions with which an interceptor can handle it. */
export interface PendingCall {
  readonly operation: Operation;
  /** The protocol in which it was made; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** Applies an operation to the service atomically, and returns its answer. */
  readonly step: (operation: Operation) => Outcome;
  /** The answer that the service would give, without the effect. */
  readonly peek: (operation: Operation) => Outcome;
  /** Lets other calls proceed before this one. */
  readonly pause: () => Promise<void>;
  /** Waits, by the clock of the host. */
  readonly delay: (durationMs: number) => Promise<void>;
  /** The time of the host, in milliseconds. */
  readonly nowMs: () => number;
}

/** Handles one call from its arrival to its answer. If the promise never settles, the call is never answered. */
export type CallInterceptor = (call: PendingCall) => Promise<Outcome>;

/** Handles a call without a fault: other calls may proceed between its arrival and its effect, and between effect and answer. */
export const handleDirectly: CallInterceptor = async ({ operation, step, pause }) => {
  await pause();
  const outcome = step(operation);
  await pause();
  return outcome;
};
