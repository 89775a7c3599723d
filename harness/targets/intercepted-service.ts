// A service in process whose calls may overlap: each call waits at its gate.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { handleDirectly, type CallInterceptor } from '../api/overlap.js';
import type { CallerFacts } from '../api/principal.js';
import type { Protocol } from '../api/protocol.js';
import type { CallContext, Service } from '../api/service.js';
import type { Gate } from '../api/target.js';

export interface InterceptedServiceOptions<State> {
  readonly service: Service<State>;
  readonly intercept?: CallInterceptor | undefined;
  /** The time of the service, in milliseconds since 1970; by default always 0. */
  readonly nowMs?: (() => number) | undefined;
  /** Waits, by that time. */
  readonly delay?: ((durationMs: number) => Promise<void>) | undefined;
}

/** How a call in process is made. */
export interface InProcessCall {
  /** Without one the call does not wait. */
  readonly gate?: Gate | undefined;
  /** The owner of the CAs unless stated. */
  readonly caller?: CallerFacts | undefined;
  readonly protocol?: Protocol | undefined;
}

export type PerformInProcess = (operation: Operation, call?: InProcessCall) => Promise<Outcome>;

export function interceptService<State>(options: InterceptedServiceOptions<State>): PerformInProcess {
  const { service, intercept = handleDirectly, nowMs = () => 0, delay = async () => {} } = options;
  let state = service.initial;
  return (operation, { gate = async () => {}, caller, protocol } = {}) => {
    const context = (): CallContext => ({ atMs: nowMs(), caller });
    const step = (asked: Operation): Outcome => {
      const { outcome, next } = service.step(state, asked, context());
      state = next;
      return outcome;
    };
    const peek = (asked: Operation): Outcome => service.step(state, asked, context()).outcome;
    return intercept({ operation, protocol, step, peek, nowMs, pause: gate, delay });
  };
}
