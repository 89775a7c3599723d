// Runs a case so that a target which was stopped and started again in the middle of it is not blamed for that.

import type { Case } from '../api/case.js';
import { runCase, type CaseContext, type CaseRun } from './run-case.js';

/** So often a case is run again whose calls lost their connection, or those of others at the same time. */
const repetitions = 2;

/**
 * A target that starts anew may have forgotten the CAs of the case, and every answer about them would look wrong. So a
 * violation counts that shows while no connection is lost. Where overlapping calls alone lose theirs, the last one
 * counts as well: that overlap brings no answer is to be found out (CC-02).
 */
export async function runUndisturbed(context: CaseContext, subject: Case): Promise<CaseRun> {
  const { caller } = context;
  for (let repetition = 0; ; repetition += 1) {
    const before = caller.losses();
    const run = await (context.runCase ?? runCase)(context, subject);
    const after = caller.losses();
    if (run.result.kind !== 'violated' || after.calls === before.calls) return run;
    if (repetition < repetitions) continue;
    if (after.calls - before.calls === after.overlapping - before.overlapping) return run;
    const reason = 'connections were lost meanwhile, and the target may have started anew';
    return { ...run, result: { kind: 'undecided', reason } };
  }
}
