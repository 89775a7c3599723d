// The recorded history of concurrent calls, as plain data that can be saved and judged again.

/**
 * One call of a history.
 *
 * All times are finite numbers of one monotonic clock. Intervals are closed: a call that returned at 5 overlaps one that
 * was invoked at 5, because a clock that shows the same number for both does not say which came first.
 */
export interface HistoryCall<Input, Output> {
  /**
   * The client that made the call. A lane waits for each answer before its next call, so its calls do not overlap, except for
   * an open one, which it gave up.
   */
  readonly lane: number;
  readonly input: Input;
  readonly invokedAt: number;
  /** Absent if there was no answer: the call is open. It may take effect at any later time, or never. */
  readonly returned?: { readonly at: number; readonly output: Output } | undefined;
}

export type History<Input, Output> = readonly HistoryCall<Input, Output>[];

/**
 * The history of each key alone, in order of first use. Calls on different keys do not influence each other, so a
 * history is linearizable when each part is (Herlihy and Wing, 1990, locality); the parts are judged much faster. The
 * calls of a part are the very objects of the whole.
 */
export function partitionedBy<Input, Output>(
  history: History<Input, Output>,
  keyOf: (input: Input) => string,
): ReadonlyMap<string, History<Input, Output>> {
  const parts = new Map<string, HistoryCall<Input, Output>[]>();
  for (const call of history) {
    const key = keyOf(call.input);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [call]);
    else part.push(call);
  }
  return parts;
}

/** Throws if the record itself is invalid, which is a fault of the recorder. */
export function assertWellFormed(history: History<unknown, unknown>): void {
  history.forEach(({ invokedAt, returned }, index) => {
    if (!Number.isFinite(invokedAt)) throw new Error(`Call ${index} was invoked at ${invokedAt}, which is not a time.`);
    if (returned === undefined) return;
    if (!Number.isFinite(returned.at))
      throw new Error(`Call ${index} returned at ${returned.at}, which is not a time.`);
    if (returned.at < invokedAt) {
      throw new Error(`Call ${index} returned at ${returned.at}, before it was invoked at ${invokedAt}.`);
    }
  });
  assertLanesWait(history);
}

function assertLanesWait(history: History<unknown, unknown>): void {
  const lastReturn = new Map<number, { readonly at: number; readonly index: number }>();
  const order = [...history.keys()].sort((left, right) => timeOf(history, left) - timeOf(history, right));
  for (const index of order) {
    const call = history[index];
    if (call === undefined) continue;
    const last = lastReturn.get(call.lane);
    if (last !== undefined && call.invokedAt < last.at) {
      throw new Error(`Calls ${last.index} and ${index} of lane ${call.lane} overlap; a lane waits for each answer.`);
    }
    if (call.returned !== undefined) lastReturn.set(call.lane, { at: call.returned.at, index });
  }
}

function timeOf(history: History<unknown, unknown>, index: number): number {
  return history[index]?.invokedAt ?? 0;
}
