// Anything that the suite can be pointed at, behind one tiny interface.

import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';
import type { Protocol } from './protocol.js';
import type { Call, RawRequest } from './raw-request.js';

/**
 * What a target can do beyond the three operations. A check that needs a missing one is `unsupported`.
 * - `wire`: hand-made HTTP requests reach it;
 * - `provision`: it creates CAs over the API;
 * - `states`: CAs can be activated, disabled and deleted;
 * - `restore`: a deleted CA can be restored;
 * - `concurrency`: calls can overlap;
 * - `ram`, `multi-account`, `issue`: sharing, a second caller, issuing under a policy.
 */
export const capabilities = [
  'wire',
  'provision',
  'states',
  'restore',
  'concurrency',
  'ram',
  'multi-account',
  'issue',
] as const;

export type Capability = (typeof capabilities)[number];

export interface CallOptions {
  /** After this time the call ends as `timeout`, in milliseconds. */
  readonly deadlineMs: number;
  /** Ends the call early, as a transport error, when the run is interrupted. */
  readonly signal?: AbortSignal | undefined;
  /** Where the target is gated: the call waits here before its effect, and before its answer. */
  readonly gate?: Gate | undefined;
  /** The protocol of the call, if the target speaks several; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** Told what goes over the wire, where there is one. */
  readonly wire?: WireListener | undefined;
}

/** Lets a call pass in its turn. */
export type Gate = () => Promise<void>;

export interface Target {
  /** What the user pointed at, as written in reports. */
  readonly name: string;
  readonly region: string;
  /** The URL for command lines that reproduce a failure; absent where there is none. */
  readonly endpointUrl?: string | undefined;
  /** What this kind of target could do; the session finds out by probing what it really does. */
  readonly offers: readonly Capability[];
  /** Whether nothing but the calls decides its answers, so that reads need no time to settle. */
  readonly inProcess: boolean;
  /** Whether the order in which calls go on is decided by gates, and not by chance. */
  readonly isGated?: boolean | undefined;
  /** Sends one request once. Resolves with whatever came; rejects only on a fault of the suite itself. */
  call(operation: Operation, options: CallOptions): Promise<Outcome>;
  /** Signs and sends one hand-made request once; absent where the target is not reached over HTTP. */
  readonly sendRaw?: ((request: RawRequest, options: CallOptions) => Promise<Outcome>) | undefined;
  /** How many calls were sent again because the server had closed an idle connection; absent where none ever is. */
  readonly redialCount?: (() => number) | undefined;
  dispose(): Promise<void>;
}

/** Sends a call of either kind. */
export async function sendCall(target: Target, call: Call, options: CallOptions): Promise<Outcome> {
  if (call.kind !== 'RawRequest') return target.call(call, options);
  const reason = 'this kind of target takes no hand-made requests';
  return target.sendRaw?.(call, options) ?? { kind: 'not-implemented', reason };
}

/** Told by a target what goes over the wire for one call, as it does; a target without a wire tells nothing. */
export interface WireListener {
  sent(request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): void;
  answered(status: number, headers: Readonly<Record<string, string>>): void;
  /** A part of the body of the answer. */
  received(chunk: Uint8Array): void;
}
