// Reasons to stop a run before its end. They are thrown through a check and never blamed on the target.

/** The user asked the run to stop. */
export class InterruptedRun extends Error {
  override readonly name = 'InterruptedRun';
}

/** Nothing more can be learned: the target stopped answering, or the budget of calls or time is spent. */
export class InconclusiveRun extends Error {
  override readonly name = 'InconclusiveRun';
  constructor(
    message: string,
    /** Whether the budget ended, which is the regular end of a run that is limited by its budget. */
    readonly budgetIsSpent: boolean,
  ) {
    super(message);
  }
}
