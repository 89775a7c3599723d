// Calls a service directly, without any client between: for judging many services quickly, on a clock of their own.

import { setImmediate } from 'node:timers/promises';
import type { Outcome } from '../api/outcome.js';
import type { CallInterceptor } from '../api/overlap.js';
import type { Service } from '../api/service.js';
import type { Target } from '../api/target.js';
import { interceptService } from './intercepted-service.js';

export interface ServiceTargetOptions<State> {
  readonly name: string;
  readonly region: string;
  readonly service: Service<State>;
  /** Milliseconds since 1970, as the service sees them. */
  readonly nowMs: () => number;
  /** How calls that overlap are treated; without it, none are to. */
  readonly intercept?: CallInterceptor | undefined;
  /** Lets the time pass that the service sees. */
  readonly delay?: ((durationMs: number) => Promise<void>) | undefined;
}

export function createServiceTarget<State>(options: ServiceTargetOptions<State>): Target {
  const { name, region, intercept } = options;
  const perform = interceptService(options);
  return {
    name,
    region,
    offers: ['provision', 'states', 'restore', ...(intercept === undefined ? [] : (['concurrency'] as const))],
    // What it answers may be a matter of time.
    inProcess: false,
    isGated: intercept !== undefined,
    call: (operation, { gate, deadlineMs }) => {
      const answer = perform(operation, gate);
      return gate === undefined && intercept !== undefined ? Promise.race([answer, giveUp(deadlineMs)]) : answer;
    },
    dispose: async () => {},
  };
}

/** Where no gate is waited at, an answer that has not come within some turns of the event loop never will. */
async function giveUp(deadlineMs: number): Promise<Outcome> {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  return { kind: 'timeout', deadlineMs };
}
