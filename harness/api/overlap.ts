// How a host brings calls that overlap from their arrival to their answers, apart from what the service makes of each:
// one function, shared by every host, so that a fault of it is the same fault in process and behind HTTP.

import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';

/** One call on its way, and what its host lets it do. */
export interface PendingCall {
  readonly operation: Operation;
  /** Takes one step of the service: the answer, and its effect. Nothing comes between. */
  readonly step: (operation: Operation) => Outcome;
  /** What the service would answer, without any effect. */
  readonly peek: (operation: Operation) => Outcome;
  /** Lets other calls go on before this one does. */
  readonly pause: () => Promise<void>;
  /** Lets time pass, in the time of the host. */
  readonly delay: (durationMs: number) => Promise<void>;
  /** Milliseconds of the time of the host. */
  readonly nowMs: () => number;
}

/** Brings one call from its arrival to its answer. A promise that never settles is an answer that never comes. */
export type CallInterceptor = (call: PendingCall) => Promise<Outcome>;

/** Between arrival and effect, and between effect and answer, others may go on: these are the two points of a call. */
export const handleDirectly: CallInterceptor = async ({ operation, step, pause }) => {
  await pause();
  const outcome = step(operation);
  await pause();
  return outcome;
};
