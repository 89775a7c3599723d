// A service in process whose calls may overlap: each call waits at its gate.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { handleDirectly, type CallInterceptor } from '../api/overlap.js';
import type { Service } from '../api/service.js';
import type { Gate } from '../api/target.js';

export interface InterceptedServiceOptions<State> {
  readonly service: Service<State>;
  readonly intercept?: CallInterceptor | undefined;
  /** The time of the service, in milliseconds since 1970; by default always 0. */
  readonly nowMs?: (() => number) | undefined;
  /** Waits, by that time. */
  readonly delay?: ((durationMs: number) => Promise<void>) | undefined;
}

/** Performs a call; without a gate it does not wait. */
export type PerformInProcess = (operation: Operation, gate?: Gate) => Promise<Outcome>;

export function interceptService<State>(options: InterceptedServiceOptions<State>): PerformInProcess {
  const { service, intercept = handleDirectly, nowMs = () => 0, delay = async () => {} } = options;
  let state = service.initial;
  const step = (operation: Operation): Outcome => {
    const { outcome, next } = service.step(state, operation, { atMs: nowMs() });
    state = next;
    return outcome;
  };
  const peek = (operation: Operation): Outcome => service.step(state, operation, { atMs: nowMs() }).outcome;
  return (operation, gate = async () => {}) =>
    intercept({
      operation,
      step,
      peek,
      nowMs,
      pause: gate,
      delay,
    });
}
