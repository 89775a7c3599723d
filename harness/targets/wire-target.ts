// A target that speaks the protocol without any socket: for judging many services quickly, on a clock of their own.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Outcome } from '../api/outcome.js';
import type { CallOptions, Target } from '../api/target.js';
import { clientRequest, type Wire, type WireRequest } from '../api/wire.js';
import { readAnswer } from './read-answer.js';
import { readAsClient } from './read-as-client.js';

export interface WireTargetOptions {
  readonly name: string;
  readonly region: string;
  readonly wire: Wire;
  /** Milliseconds since 1970, as the service sees them. */
  readonly nowMs: () => number;
  /** Lets time pass while a client waits for an answer. */
  readonly pass: (durationMs: number) => void;
}

export function createWireTarget({ name, region, wire, nowMs, pass }: WireTargetOptions): Target {
  const ask = (request: WireRequest, { deadlineMs }: CallOptions, read: (answer: HttpAnswer) => Outcome): Outcome => {
    const { tookMs = 0, ...answer } = wire(request, nowMs());
    pass(Math.min(tookMs, deadlineMs));
    return tookMs > deadlineMs ? { kind: 'timeout', deadlineMs } : read(answer);
  };
  return {
    name,
    region,
    offers: ['wire', 'provision', 'states', 'restore'],
    // What it answers may be a matter of time.
    inProcess: false,
    call: async (operation, options) =>
      ask(clientRequest(operation), options, (answer) => readAsClient(operation.kind, answer)),
    sendRaw: async ({ input }, options) => ask(input, options, readAnswer),
    dispose: async () => {},
  };
}
