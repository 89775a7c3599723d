// What identifies a failure, stable across runs: the input class, and the answer.

import { answerOf } from '../../api/outcome.js';
import type { CaseRun } from './case-run.js';

/** Undefined if the case did not fail. */
export function signatureOf(inputClass: string, { result, trace }: CaseRun): string | undefined {
  if (result.kind !== 'violated') return undefined;
  const last = trace[result.at];
  if (last === undefined) throw new Error(`The failing call of ${inputClass} was not recorded.`);
  return `${inputClass}: ${last.outcome.kind === 'success' ? result.violation.guarantee : answerOf(last.outcome)}`;
}
