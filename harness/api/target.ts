// The interface of a target: a mock, endpoint, live AWS or driver that the suite judges.

import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';
import type { PrincipalName, Principals } from './principal.js';
import type { Protocol } from './protocol.js';
import type { ApiCall, RawRequest } from './raw-request.js';

/**
 * What a target can do beyond the three operations. A check that needs a missing one is `unsupported`.
 * - `wire`: raw HTTP requests can be sent to it;
 * - `cbor`: it answers RPC v2 CBOR beside JSON;
 * - `provision`: it creates CAs over the API;
 * - `states`: CAs can be activated, disabled and deleted;
 * - `restore`: a deleted CA can be restored;
 * - `concurrency`: calls can overlap;
 * - `multi-account`: principals of several accounts can call it;
 * - `grants`: a policy lets another account in;
 * - `identity`: it refuses calls for which the caller has no identity permission;
 * - `issue`: an active CA issues certificates, and returns them;
 * - `ram`: CAs can be shared with AWS RAM.
 */
export const capabilities = [
  'wire',
  'cbor',
  'provision',
  'states',
  'restore',
  'concurrency',
  'multi-account',
  'grants',
  'identity',
  'issue',
  'ram',
] as const;

/** The client that calls the operations of a URL: the suite's own, or the AWS SDK for JavaScript. */
export const clientNames = ['own', 'sdk'] as const;
export type ClientName = (typeof clientNames)[number];

export type Capability = (typeof capabilities)[number];

/** What a target with several principals may have. */
export const accessCapabilities = [
  'multi-account',
  'grants',
  'identity',
  'issue',
] as const satisfies readonly Capability[];

export interface CallOptions {
  /** The time in milliseconds after which the call ends as `timeout`. */
  readonly deadlineMs: number;
  /** Ends the call early, as a transport error, when the run is interrupted. */
  readonly signal?: AbortSignal | undefined;
  /** If the target is gated, the call waits here before its effect and before its answer. */
  readonly gate?: Gate | undefined;
  /** The protocol of the call, if the target speaks several; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** Who makes the call; the owner of the CAs unless stated. Only with a principal of the target. */
  readonly as?: PrincipalName | undefined;
  /** Receives the bytes of request and answer, if the target uses HTTP. */
  readonly wire?: WireListener | undefined;
}

/** Resolves when it is the turn of a call. */
export type Gate = () => Promise<void>;

export interface Target {
  /** The target as the user named it, for reports. */
  readonly name: string;
  readonly region: string;
  /** The URL for command lines that reproduce a failure; absent if there is none. */
  readonly endpointUrl?: string | undefined;
  /** The capabilities that this kind of target may have; the session probes which it has. */
  readonly offers: readonly Capability[];
  /** Whether its answers depend only on the calls, so that reads need no time to settle. */
  readonly inProcess: boolean;
  /** Whether gates determine the order in which concurrent calls proceed. */
  readonly isGated?: boolean | undefined;
  /** The principals that can call it, beside the one that makes all other calls. */
  readonly principals?: Principals | undefined;
  /** Why principals of other accounts cannot call it, although the user named some. */
  readonly principalsFault?: string | undefined;
  /** Sends one request once. Resolves with any outcome; rejects only for a fault of the suite itself. */
  call(operation: Operation, options: CallOptions): Promise<Outcome>;
  /** Signs and sends one raw request once; absent if the target does not use HTTP. */
  readonly sendRaw?: ((request: RawRequest, options: CallOptions) => Promise<Outcome>) | undefined;
  /** The number of calls that were resent because the server had closed an idle connection; absent if that cannot happen. */
  readonly redialCount?: (() => number) | undefined;
  dispose(): Promise<void>;
}

/** Sends an operation or a raw request. */
export async function sendCall(target: Target, call: ApiCall, options: CallOptions): Promise<Outcome> {
  if (call.kind !== 'RawRequest') return target.call(call, options);
  const reason = 'this kind of target does not accept raw requests';
  return target.sendRaw?.(call, options) ?? { kind: 'not-implemented', reason };
}

/** Receives the bytes of one call as they are sent and received; never called by a target without HTTP. */
export interface WireListener {
  sent(request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** In diagnostic notation if it is CBOR. */
    readonly body: string;
    /** The length of a body in CBOR. */
    readonly cborBytes?: number | undefined;
  }): void;
  answered(status: number, headers: Readonly<Record<string, string>>): void;
  /** A part of the body of the answer. */
  received(chunk: Uint8Array): void;
}
