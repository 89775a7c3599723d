// Runs a counterexample again, to find out whether the target still fails it.

import type { Case, Step } from '../../api/case.js';
import { runCase } from './run-case.js';
import type { CaseContext, CaseRun } from './case-run.js';

/**
 * A call that was judged for one guarantee only may now get an answer that this guarantee does not cover. It is then
 * judged by everything that is known about it, so that a fixed case holds.
 */
export async function runSavedCase(context: CaseContext, subject: Case): Promise<CaseRun> {
  const run = await runCase(context, subject);
  const last = subject.steps[run.trace.length - 1];
  const isSilent = run.result.kind === 'not-observed' && last?.role === 'subject' && last.guarantee !== undefined;
  const isHandMade = subject.steps.some(({ operation }) => operation.kind === 'RawRequest');
  if (!isSilent || isHandMade) return run;
  const judged = await runCase(context, { ...subject, steps: subject.steps.map((step) => withoutGuarantee(step)) });
  return judged.result.kind === 'holds' ? judged : run;
}

function withoutGuarantee({ guarantee: _guarantee, ...step }: Step): Step {
  return step;
}
