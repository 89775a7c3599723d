// What a caller sees of one call, classified by error name and HTTP status and never by a class of some SDK.

import type { HttpAnswer } from './http-answer.js';

/** The members of a successful answer; a faulty target may put anything into them. */
export type Output = Readonly<Record<string, unknown>>;

/** How an answer came over HTTP; known of hand-made requests alone, because the SDK hides it. */
interface AsAnswered {
  readonly answer?: HttpAnswer | undefined;
}

export type Outcome =
  | (AsAnswered & { readonly kind: 'success'; readonly output: Output })
  /** The service answered with an error that carries a name. `status` is the HTTP status. */
  | (AsAnswered & {
      readonly kind: 'service-error';
      readonly error: string;
      readonly status: number;
      readonly message?: string | undefined;
    })
  /** Something answered over HTTP, but not in the language of the protocol: HTML, truncated JSON, no error name. */
  | (AsAnswered & { readonly kind: 'http-fault'; readonly status: number | undefined; readonly reason: string })
  /** No answer came and none will: refused, reset, unknown host. Whether a write took effect is unknown. */
  | { readonly kind: 'transport-error'; readonly reason: string }
  /** The deadline passed without an answer. Whether a write took effect is unknown. */
  | { readonly kind: 'timeout'; readonly deadlineMs: number }
  /** The target says that it does not offer the operation; neither right nor wrong. */
  | { readonly kind: 'not-implemented'; readonly reason: string };

/** The word for an outcome in reports and in sets of acceptable answers: `Success` or an error name where there is one. */
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

/** Whether the outcome is an answer of the service at all, so that it can be judged. */
export function isAnswer(outcome: Outcome): boolean {
  return outcome.kind === 'success' || outcome.kind === 'service-error' || outcome.kind === 'http-fault';
}

/** The policy text that a GetPolicy answer carries, if it is a text. */
export function policyTextOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'success') return undefined;
  const policy = outcome.output['Policy'];
  return typeof policy === 'string' ? policy : undefined;
}
