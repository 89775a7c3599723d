// A target that uses the protocol without sockets, so that many services can be judged quickly on a virtual clock.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Outcome } from '../api/outcome.js';
import { callerIn, type Principals } from '../api/principal.js';
import { accessCapabilities, type CallOptions, type Target } from '../api/target.js';
import { clientRequest, type Wire, type WireRequest } from '../api/wire.js';
import { readAnswer } from './read-answer.js';
import { readAsClient } from './read-as-client.js';

export interface WireTargetOptions {
  readonly name: string;
  readonly region: string;
  readonly wire: Wire;
  /** The time of the service, in milliseconds since 1970. */
  readonly nowMs: () => number;
  /** The principals that it knows; by default none. */
  readonly principals?: Principals | undefined;
  /** Waits, by the time of the service. */
  readonly pass: (durationMs: number) => void;
}

export function createWireTarget({ name, region, wire, nowMs, pass, principals }: WireTargetOptions): Target {
  const ask = (
    request: WireRequest,
    { deadlineMs, as }: CallOptions,
    read: (answer: HttpAnswer) => Outcome,
  ): Outcome => {
    const { tookMs = 0, ...answer } = wire(request, nowMs(), callerIn(principals, as));
    pass(Math.min(tookMs, deadlineMs));
    return tookMs > deadlineMs ? { kind: 'timeout', deadlineMs } : read(answer);
  };
  return {
    name,
    region,
    offers: ['wire', 'cbor', 'provision', 'states', 'restore', ...(principals === undefined ? [] : accessCapabilities)],
    principals,
    // Its answers may depend on the time.
    inProcess: false,
    call: async (operation, options) =>
      ask(clientRequest(operation), options, (answer) => readAsClient(operation.kind, answer)),
    sendRaw: async ({ input }, options) => ask(input, options, readAnswer),
    dispose: async () => {},
  };
}
