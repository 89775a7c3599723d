// Calls a service directly, without any client between: for judging many services quickly, on a clock of their own.

import type { Service } from '../api/service.js';
import type { Target } from '../api/target.js';

export interface ServiceTargetOptions<State> {
  readonly name: string;
  readonly region: string;
  readonly service: Service<State>;
  /** Milliseconds since 1970, as the service sees them. */
  readonly nowMs: () => number;
}

export function createServiceTarget<State>({ name, region, service, nowMs }: ServiceTargetOptions<State>): Target {
  let state = service.initial;
  return {
    name,
    region,
    offers: ['provision', 'states', 'restore'],
    // What it answers may be a matter of time.
    inProcess: false,
    async call(operation) {
      const { outcome, next } = service.step(state, operation, { atMs: nowMs() });
      state = next;
      return outcome;
    },
    dispose: async () => {},
  };
}
