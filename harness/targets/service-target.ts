// A target that calls a service directly, without a client, so that many services can be judged quickly on a virtual clock.

import { setImmediate } from 'node:timers/promises';
import type { Outcome } from '../api/outcome.js';
import type { CallInterceptor } from '../api/overlap.js';
import { callerIn, type Principals } from '../api/principal.js';
import type { Service } from '../api/service.js';
import { accessCapabilities, type Target } from '../api/target.js';
import { interceptService } from './intercepted-service.js';

export interface ServiceTargetOptions<State> {
  readonly name: string;
  readonly region: string;
  readonly service: Service<State>;
  /** The time of the service, in milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Handles concurrent calls; without it the target does not offer concurrency. */
  readonly intercept?: CallInterceptor | undefined;
  /** The principals that it knows; by default none. */
  readonly principals?: Principals | undefined;
  /** Waits, by the time of the service. */
  readonly delay?: ((durationMs: number) => Promise<void>) | undefined;
}

export function createServiceTarget<State>(options: ServiceTargetOptions<State>): Target {
  const { name, region, intercept, principals } = options;
  const perform = interceptService(options);
  return {
    name,
    region,
    offers: [
      'provision',
      'states',
      'restore',
      ...(intercept === undefined ? [] : (['concurrency'] as const)),
      ...(principals === undefined ? [] : accessCapabilities),
    ],
    principals,
    // Its answers may depend on the time.
    inProcess: false,
    isGated: intercept !== undefined,
    call: (operation, { gate, deadlineMs, as, protocol }) => {
      const answer = perform(operation, { gate, caller: callerIn(principals, as), protocol });
      return gate === undefined && intercept !== undefined ? Promise.race([answer, giveUp(deadlineMs)]) : answer;
    },
    dispose: async () => {},
  };
}

/** Without a gate, an answer that has not come after some turns of the event loop will never come. */
async function giveUp(deadlineMs: number): Promise<Outcome> {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  return { kind: 'timeout', deadlineMs };
}
