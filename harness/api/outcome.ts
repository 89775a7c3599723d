// The outcome of one call for its client, classified by error name and HTTP status, never by an SDK's error class.

import type { HttpAnswer } from './http-answer.js';

/** The members of a successful answer; a faulty target may return any values. */
export type Output = Readonly<Record<string, unknown>>;

/** The HTTP form of an answer; known only for raw requests, because the SDK hides it. */
interface AsAnswered {
  readonly answer?: HttpAnswer | undefined;
}

export type Outcome =
  | (AsAnswered & { readonly kind: 'success'; readonly output: Output })
  /** The service returned an error with a name. `status` is the HTTP status. */
  | (AsAnswered & {
      readonly kind: 'service-error';
      readonly error: string;
      readonly status: number;
      readonly message?: string | undefined;
    })
  /** An HTTP answer that does not follow the protocol: HTML, truncated JSON, no error name. */
  | (AsAnswered & { readonly kind: 'http-fault'; readonly status: number | undefined; readonly reason: string })
  /** The connection failed: refused, reset, unknown host. Whether a write took effect is unknown. */
  | { readonly kind: 'transport-error'; readonly reason: string }
  /** The deadline passed without an answer. Whether a write took effect is unknown. */
  | { readonly kind: 'timeout'; readonly deadlineMs: number }
  /** The target says that it does not implement the operation, which is neither right nor wrong. */
  | { readonly kind: 'not-implemented'; readonly reason: string };

/** A successful answer. */
export function success(output: Output = {}): Outcome {
  return { kind: 'success', output };
}

/** The name of an outcome in reports and in sets of acceptable answers: `Success`, an error name, or a description. */
export function answerOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'success':
      return 'Success';
    case 'service-error':
      return outcome.error;
    case 'http-fault':
      return outcome.status === undefined
        ? 'an answer outside the protocol'
        : `HTTP ${outcome.status} outside the protocol`;
    case 'transport-error':
      return 'no answer';
    case 'timeout':
      return 'no answer in time';
    case 'not-implemented':
      return 'not implemented';
    default:
      return outcome satisfies never;
  }
}

/** Whether the outcome is an answer of the service, which can be judged. */
export function isAnswer(outcome: Outcome): boolean {
  return outcome.kind === 'success' || outcome.kind === 'service-error' || outcome.kind === 'http-fault';
}

/** The policy of a GetPolicy answer, if it is a string. */
export function policyTextOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'success') return undefined;
  const policy = outcome.output['Policy'];
  return typeof policy === 'string' ? policy : undefined;
}
