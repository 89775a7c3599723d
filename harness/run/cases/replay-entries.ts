// Repeats the calls of each entry of the baseline: it fails as before, in another way, or no longer.

import type { Case } from '../../api/case.js';
import type { ReplayReport } from '../../files/report.js';
import { runSavedCase } from './run-saved-case.js';
import type { InputClassTask } from './run-input-class.js';
import { isSettled, recordKnownFailure } from './input-class-progress.js';
import { signatureOf } from './signature.js';

/** A failure that is known: an entry of the baseline. */
export interface BaselineFailure {
  readonly signature: string;
  /** The case that shows it. */
  readonly case: Case;
}

/** How often the case of an entry must hold before the failure counts as fixed: a fault may not show each time. */
const replays = 3;

export async function replayEntries(task: InputClassTask, entries: readonly BaselineFailure[]): Promise<void> {
  const { progress } = task;
  for (const entry of entries) {
    if (isSettled(progress)) return;
    try {
      progress.replayed.push(await replayEntry(task, entry));
    } catch (error) {
      progress.halt = error;
    }
  }
}

async function replayEntry(
  { context, progress, onCase }: InputClassTask,
  entry: BaselineFailure,
): Promise<ReplayReport> {
  const { signature, case: subject } = entry;
  // A case that fails on the reference service too is not a failure of the target.
  if ((await context.reference?.fails(subject)) === true) return { signature, outcome: 'passes' };
  for (let time = 0; time < replays; time += 1) {
    const run = await runSavedCase(context, subject);
    onCase(subject, run, false);
    const found = signatureOf(progress.inputClass.id, run);
    if (found !== undefined) {
      progress.accepted.add(found);
      recordKnownFailure(progress, found, subject, run);
      return found === signature ? { signature, outcome: 'fails' } : { signature, outcome: 'changed', found };
    }
    if (run.result.kind !== 'holds') return { signature, outcome: 'undecided' };
  }
  // If the order of calls is random, a fault that did not show may still exist.
  const isChance = subject.schedule !== undefined && context.overlap?.isGated !== true;
  return { signature, outcome: isChance ? 'undecided' : 'passes' };
}
