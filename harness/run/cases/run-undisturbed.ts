// Runs a case so that a target is not blamed for answers that say nothing about the input: a restart during the case, a
// temporary failure of the service, expired credentials.

import type { Case } from '../../api/case.js';
import { answerOf, type Outcome } from '../../api/outcome.js';
import { InconclusiveRun } from '../session/interruption.js';
import { runCase } from './run-case.js';
import type { CaseContext, CaseRun } from './case-run.js';
import { isAboutCaller, isSameAnswer, saysNothingOfInput, transientRepetitions } from '../session/transients.js';

/** How often a case is repeated if its calls, or others at the same time, lost their connection. */
const repetitions = 2;

/**
 * A case that ends with an answer that says nothing about the input is repeated on fresh CAs. Only an answer that each
 * repetition gets to the same call is judged; otherwise the case is undecided, unless a repetition was completed.
 */
export async function runUndisturbed(context: CaseContext, subject: Case): Promise<CaseRun> {
  const first = await runWhileConnected(context, subject);
  const cause = transientCause(first);
  if (cause === undefined || subject.schedule !== undefined || context.runCase !== undefined) return first;
  let isSame = true;
  for (let time = 0; time < transientRepetitions; time += 1) {
    context.transients.add(cause.outcome);
    if (isAboutCaller(cause.outcome)) await requireCredentials(context, first, cause.outcome);
    const again = await runWhileConnected(context, { ...subject, fresh: true });
    const repeated = transientCause(again);
    if (repeated === undefined) return again;
    isSame &&= repeated.at === cause.at && isSameAnswer(repeated.outcome, cause.outcome);
  }
  if (isSame) return first;
  return { ...first, result: { kind: 'undecided', reason: `${answerOf(cause.outcome)} says nothing of the input` } };
}

interface TransientCause {
  readonly at: number;
  readonly outcome: Outcome;
}

/** The call at which a case ended because its answer says nothing about the input. */
function transientCause({ result, trace }: CaseRun): TransientCause | undefined {
  if (result.kind === 'holds' || result.kind === 'not-implemented') return undefined;
  const at = result.kind === 'violated' ? result.at : trace.length - 1;
  const outcome = trace[at]?.outcome;
  return outcome !== undefined && saysNothingOfInput(outcome) ? { at, outcome } : undefined;
}

/**
 * Whether the caller may still read the policy of a CA of its own. If not, its credentials expired, and
 * nothing more can be learned.
 */
async function requireCredentials({ caller }: CaseContext, { arns }: CaseRun, cause: Outcome): Promise<void> {
  const [arn] = arns;
  if (arn === undefined) return;
  const outcome = await caller.call({ kind: 'GetPolicy', input: { ResourceArn: arn } });
  if (!isAboutCaller(outcome)) return;
  throw new InconclusiveRun(`the credentials of the run are refused: ${answerOf(cause)}`, false);
}

/**
 * Runs a case without repeating calls whose answers say nothing about the input. A target that restarted may have forgotten
 * the CAs of the case, and every answer about them would look wrong. So a violation counts only if no connection is lost
 * meanwhile. If only overlapping calls lose theirs, the last violation counts too: missing answers are judged (CC-02).
 */
export async function runWhileConnected(context: CaseContext, subject: Case): Promise<CaseRun> {
  const { caller } = context;
  for (let repetition = 0; ; repetition += 1) {
    const before = caller.losses();
    const run = await (context.runCase ?? runCase)(context, subject);
    const after = caller.losses();
    if (run.result.kind !== 'violated' || after.calls === before.calls) return run;
    if (repetition < repetitions) continue;
    if (after.calls - before.calls === after.overlapping - before.overlapping) return run;
    const reason = 'connections were lost in the meantime, and the target may have restarted';
    return { ...run, result: { kind: 'undecided', reason } };
  }
}
