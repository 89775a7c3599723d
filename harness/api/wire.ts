// The service as a client meets it, without the sockets between: a request goes in, an answer comes out.

import type { HttpAnswer } from './http-answer.js';
import type { RawRequest } from './raw-request.js';

/** The parts of a request that matter to the protocol; who signed it does not. */
export type WireRequest = RawRequest['input'];

export interface WireAnswer extends HttpAnswer {
  /** How long the client waits for it, in milliseconds; not at all unless stated. */
  readonly tookMs?: number | undefined;
}

/** Answers requests one after another, each at its time in milliseconds since 1970, and remembers what it has to. */
export type Wire = (request: WireRequest, atMs: number) => WireAnswer;
