// The calls in the form for the search: numbered by return, with open calls last, and without calls that no order depends on.

import { assertWellFormed, type History } from './history.js';
import type { Effect, Specification } from './specification.js';

export interface SearchCall<Input, Output> {
  /** Its position in the history. */
  readonly index: number;
  readonly lane: number;
  readonly input: Input;
  readonly output: Output | undefined;
  readonly effect: Effect;
  readonly invokedAt: number;
  /** Infinite for an open call, which may be left out. In memory only: JSON has no infinity. */
  readonly returnedAt: number;
  /** The position in the history of a call that must precede this one regardless of times. */
  readonly after?: number | undefined;
}

/** Leaves out calls without influence, and open reads, which constrain nothing. */
export function searchCallsOf<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
): readonly SearchCall<Input, Output>[] {
  assertWellFormed(history);
  const calls: SearchCall<Input, Output>[] = [];
  history.forEach(({ lane, input, invokedAt, returned }, index) => {
    const output = returned?.output;
    const effect = specification.effectOf(input, output);
    if (effect === 'nothing' || (effect === 'observes' && returned === undefined)) return;
    calls.push({ index, lane, input, output, effect, invokedAt, returnedAt: returned?.at ?? Infinity });
  });
  return calls;
}

/** The last answered call of the same lane before each call, by its position in the history. */
export function previousOfLane<Input, Output>(
  calls: readonly SearchCall<Input, Output>[],
): ReadonlyMap<number, SearchCall<Input, Output>> {
  const last = new Map<number, SearchCall<Input, Output>>();
  const previous = new Map<number, SearchCall<Input, Output>>();
  for (const call of [...calls].sort((left, right) => left.invokedAt - right.invokedAt)) {
    const before = last.get(call.lane);
    if (before !== undefined) previous.set(call.index, before);
    if (call.returnedAt !== Infinity) last.set(call.lane, call);
  }
  return previous;
}
