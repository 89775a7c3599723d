// Checks whether a history is linearizable: whether every call can have taken effect at one moment between its invocation and
// its return, in an order that the specification allows (Herlihy and Wing, 1990).
// This folder holds a generic checker of histories of overlapping calls; it knows nothing of AWS.

import type { History } from './history.js';
import { previousOfLane, searchCallsOf, type SearchCall } from './search-call.js';
import { searchOrder } from './search.js';
import type { Specification } from './specification.js';
import { defaultBudget, type SearchOptions, type Verdict } from './verdict.js';

/** Judges calls on one key; see `partitionedBy`. Deterministic: the budget counts steps and not time. */
export function checkLinearizability<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  { budget }: SearchOptions = { budget: defaultBudget },
): Verdict {
  return searchOrder(inLaneOrder(searchCallsOf(history, specification)), specification, { budget });
}

/** The order of calls in a lane is known, even if a return and the next invocation have the same time. */
function inLaneOrder<Input, Output>(calls: readonly SearchCall<Input, Output>[]): readonly SearchCall<Input, Output>[] {
  const previous = previousOfLane(calls);
  return calls.map((call) => {
    const before = previous.get(call.index);
    return before?.returnedAt === call.invokedAt ? { ...call, after: before.index } : call;
  });
}
