// An answer as text, for failures and reasons.

import { answerOf, type Outcome } from '../../api/outcome.js';

/** An observed answer as text, without the policy. */
export function describeAnswer(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'success': {
      const policy = outcome.output['Policy'];
      if (policy === undefined) return 'Success';
      return typeof policy === 'string'
        ? `Success with a policy of ${policy.length} characters`
        : `Success with a policy that is not a string but ${policy === null ? 'null' : typeof policy}`;
    }
    case 'service-error':
      return outcome.status === 400 ? outcome.error : `${outcome.error} (HTTP ${outcome.status})`;
    case 'http-fault':
      return `${answerOf(outcome)}: ${outcome.reason}`;
    case 'transport-error':
    case 'not-implemented':
      return `${answerOf(outcome)}: ${outcome.reason}`;
    case 'timeout':
      return `${answerOf(outcome)}: nothing within ${outcome.deadlineMs} ms`;
    default:
      return outcome satisfies never;
  }
}
