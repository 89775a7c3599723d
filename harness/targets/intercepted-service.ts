// A service in process, whose calls may overlap: each waits at the gate that it is given.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { handleDirectly, type CallInterceptor } from '../api/overlap.js';
import type { Service } from '../api/service.js';
import type { Gate } from '../api/target.js';

export interface InterceptedServiceOptions<State> {
  readonly service: Service<State>;
  readonly intercept?: CallInterceptor | undefined;
  /** Milliseconds since 1970, as the service sees them; 0 where nobody looks at the time. */
  readonly nowMs?: (() => number) | undefined;
  /** Lets that time pass. */
  readonly delay?: ((durationMs: number) => Promise<void>) | undefined;
}

/** Carries calls out; without a gate, a call waits for nobody. */
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
