// A case of a client check, as plain data: the replies of the scripted service, and the calls that the driver makes.

import type { CborItem } from './cbor/cbor-item.js';
import type { CallAnswer, DriverCall, EndpointQuestion } from './driver.js';
import type { Protocol } from './protocol.js';

/** The body of an answer. */
export type ScriptedBody =
  /** This text. `{{arn}}` is replaced by the ResourceArn of the request, escaped for JSON. */
  | string
  /** These bytes. */
  | { readonly cbor: CborItem }
  /** These members in the protocol of the request; `{{arn}}` in a text is replaced by its ResourceArn. */
  | { readonly members: Readonly<Record<string, unknown>> }
  /** An error of this name, and its other members, in the protocol of the request. */
  | { readonly error: string; readonly members: Readonly<Record<string, unknown>> };

/** The reply of the service to one request. */
export type ScriptedReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /**
       * Sent in this order and spelling. Those of the protocol of the request, and Content-Length unless the body is chunked,
       * are added if they are not given; null leaves one out.
       */
      readonly headers?: Readonly<Record<string, string | null>> | undefined;
      readonly body: ScriptedBody;
      readonly delayMs?: number | undefined;
      /** The size of the chunks in bytes, if the body is sent in chunks instead of with a Content-Length. */
      readonly chunkBytes?: number | undefined;
      /** The number of bytes at the end of the body that Content-Length announces but that are not sent; the connection is closed instead. */
      readonly missingBytes?: number | undefined;
      /** The difference of the Date header to the time of this machine; absent if no Date is sent. */
      readonly clockOffsetMs?: number | undefined;
    }
  /** The connection is reset, before the request is read or after it was read completely. */
  | { readonly kind: 'reset'; readonly when: 'before-reading' | 'after-reading' }
  /** Nothing is sent for a duration, then the connection is closed. */
  | { readonly kind: 'silence'; readonly holdMs: number };

/** The replies in the order of the requests; the last one is repeated. */
export type Script = readonly [ScriptedReply, ...ScriptedReply[]];

/** A call or question to the driver. `{{service}}` in a string is replaced by the URL of the scripted service. */
export type SdkAction =
  | {
      readonly kind: 'call';
      readonly operation: string;
      readonly input: Readonly<Record<string, unknown>>;
      /** `{{service}}` by default; null leaves the endpoint to the SDK. */
      readonly endpoint?: string | null | undefined;
      readonly region?: string | undefined;
      readonly credentials?: DriverCall['credentials'] | undefined;
      readonly maxAttempts?: number | undefined;
      readonly deadlineMs?: number | undefined;
      /** Whether the call is cancelled as soon as the service has read the request. */
      readonly isCancelled?: boolean | undefined;
    }
  | { readonly kind: 'endpoint'; readonly question: EndpointQuestion };

export interface SdkCase {
  readonly script: Script;
  /** One after another, unless they overlap. */
  readonly actions: readonly SdkAction[];
  readonly overlap?: boolean | undefined;
  /**
   * The service uses HTTPS with a certificate made at run time. `trusted` names its CA to the driver in AWS_CA_BUNDLE and
   * NODE_EXTRA_CA_CERTS.
   */
  readonly tls?: 'trusted' | 'untrusted' | undefined;
  /** Environment variables of a driver that is started only for this case; `{{nowhere}}` is the URL of a closed port. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A request as the service received it. */
export interface RecordedRequest {
  /** Counted from 0. */
  readonly connection: number;
  /** When its last byte arrived, in milliseconds of a monotonic clock; wall time is in milliseconds since 1970. */
  readonly atMs: number;
  readonly wallMs: number;
  /** When the previous reply, on any connection, had been sent; null for the first. */
  readonly previousReplyAtMs: number | null;
  readonly requestLine: string;
  /** In the order and spelling in which they were sent; each byte is one character. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** The observations of one case. */
export interface SdkObservation {
  readonly case: SdkCase;
  /** In which the client was told to speak, or speaks by itself. */
  readonly protocol: Protocol;
  readonly serviceUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** The number of connections that were opened, including those without a request. */
  readonly connections: number;
  /** How the client crashed, if its process ended during a call; the answers are then those of the calls before. */
  readonly crash?:
    { readonly ending: string; readonly printed: readonly string[]; readonly message: string } | undefined;
  /** In the order of the actions. */
  readonly answers: readonly CallAnswer[];
  /** For each action: whether the service had ended a silence before the driver answered. */
  readonly outlasted: readonly boolean[];
  /** The last lines that the driver wrote on stderr. */
  readonly stderrTail: string;
}
