// What tells one failure from another, stable across runs: the class of input, and what was answered.

import { answerOf } from '../api/outcome.js';
import type { CaseRun } from './run-case.js';

/** Undefined where the case did not fail. */
export function signatureOf(stratum: string, { result, trace }: CaseRun): string | undefined {
  if (result.kind !== 'violated') return undefined;
  const last = trace[result.at];
  if (last === undefined) throw new Error(`The failing call of ${stratum} was not recorded.`);
  return `${stratum}: ${last.outcome.kind === 'success' ? result.violation.guarantee : answerOf(last.outcome)}`;
}
