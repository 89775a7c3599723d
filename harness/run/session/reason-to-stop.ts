// Which errors end a run without being a verdict or a fault of the suite.

import { UnavailableAuthority } from './authority-creation.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';

/** Whether an error ends a run for a reason that is neither a verdict nor a fault of the suite. */
export function isReasonToStop(error: unknown): error is Error {
  return error instanceof UnavailableAuthority || error instanceof InconclusiveRun || error instanceof InterruptedRun;
}
