// One example of a check on an SDK, as plain data: what the scripted service sends, and what the driver is asked.

import type { CallAnswer, DriverCall, EndpointQuestion } from './driver.js';

/** What the service does with one request. */
export type ScriptedReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** As they are sent: in this order, in this case. Content-Length is added unless `chunked`. */
      readonly headers?: Readonly<Record<string, string>> | undefined;
      /** `{{arn}}` stands for the ResourceArn of the request, escaped for JSON. */
      readonly body: string;
      readonly delayMs?: number | undefined;
      /** Sent in chunks of so many bytes, in place of a Content-Length. */
      readonly chunkBytes?: number | undefined;
      /** So many bytes of the body are announced and never come; the connection is closed in place of them. */
      readonly missingBytes?: number | undefined;
      /** The Date header is so far from the time of this machine; absent where none is sent. */
      readonly clockOffsetMs?: number | undefined;
    }
  /** The connection is reset, before anything of a request was read, or after all of it was. */
  | { readonly kind: 'reset'; readonly when: 'before-reading' | 'after-reading' }
  /** Nothing is sent for so long; then the connection is closed. */
  | { readonly kind: 'silence'; readonly holdMs: number };

/** The replies in the order of the requests; the last one is repeated. */
export type Script = readonly [ScriptedReply, ...ScriptedReply[]];

/** What the driver is asked. `{{service}}` in a text stands for the URL of the scripted service. */
export type SdkAction =
  | {
      readonly kind: 'call';
      readonly operation: string;
      readonly input: Readonly<Record<string, unknown>>;
      /** `{{service}}` unless said otherwise; null leaves it to the SDK. */
      readonly endpoint?: string | null | undefined;
      readonly region?: string | undefined;
      readonly credentials?: DriverCall['credentials'] | undefined;
      readonly maxAttempts?: number | undefined;
      readonly deadlineMs?: number | undefined;
      /** Given up as soon as the service has read the request. */
      readonly isCancelled?: boolean | undefined;
    }
  | { readonly kind: 'endpoint'; readonly question: EndpointQuestion };

export interface SdkCase {
  readonly script: Script;
  /** One after another, unless they overlap. */
  readonly actions: readonly SdkAction[];
  readonly overlap?: boolean | undefined;
  /**
   * The service speaks HTTPS with a certificate made at run time, whose authority the driver is told of or not, by
   * AWS_CA_BUNDLE and NODE_EXTRA_CA_CERTS.
   */
  readonly tls?: 'trusted' | 'untrusted' | undefined;
  /** Variables of a driver that is started for this case alone; `{{service}}` as above, `{{nowhere}}` is a closed port. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A request as the service received it. */
export interface RecordedRequest {
  /** Counted from 0. */
  readonly connection: number;
  /** When its last byte was there, in milliseconds of a monotonic clock; wall time as milliseconds since 1970. */
  readonly atMs: number;
  readonly wallMs: number;
  /** When the reply before it, on any connection, had been sent; null for the first. */
  readonly previousReplyAtMs: number | null;
  readonly requestLine: string;
  /** In the order, the case and the bytes in which they were sent; each byte is one character. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** What one case showed. */
export interface SdkObservation {
  readonly case: SdkCase;
  readonly serviceUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** Connections that were opened, those without a request among them. */
  readonly connections: number;
  /** In the order of the actions. */
  readonly answers: readonly CallAnswer[];
  /** For each action: whether the service had ended a silence before the driver answered. */
  readonly outlasted: readonly boolean[];
  /** What the driver wrote on stderr last. */
  readonly stderrTail: string;
}
