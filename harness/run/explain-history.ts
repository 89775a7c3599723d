// Looks for an order that explains the calls on one CA, at the rung that is asked for and at the rungs above it.

import { checkLinearizability } from '../linearizability/checker.js';
import { registerSpecification, type RegisterOptions } from './register-specification.js';
import type { Consistency } from './run-config.js';
import type { RecordedCall } from './run-schedule.js';

export interface ExplainOptions extends RegisterOptions {
  readonly consistency: Consistency;
  readonly settleMs: number;
}

export type Explanation =
  | { readonly kind: 'explained'; readonly note?: string | undefined }
  | { readonly kind: 'undecided'; readonly reason: string }
  | Unexplained;

export interface Unexplained {
  readonly kind: 'unexplained';
  readonly consistency: Consistency;
  /** The call that no order explains. */
  readonly call: RecordedCall;
}

export function explainHistory(calls: readonly RecordedCall[], options: ExplainOptions): Explanation {
  const verdict = checkLinearizability(calls, registerSpecification(options));
  if (verdict.kind !== 'unexplained') return verdict;
  const call = calls[verdict.impossible];
  if (call === undefined) throw new Error('The checker names a call that is not there.');
  return { kind: 'unexplained', consistency: options.consistency, call };
}
