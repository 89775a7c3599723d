// Whether a history is linearizable: whether every call can have taken effect at one moment between its invocation and
// its return, in an order that the specification allows (Herlihy and Wing, 1990).

import type { History } from './history.js';
import { searchCallsOf } from './search-call.js';
import { searchOrder } from './search.js';
import type { Specification } from './specification.js';
import { defaultBudget, type SearchOptions, type Verdict } from './verdict.js';

/** Judges calls on one key; see `partitionedBy`. Deterministic: the budget counts steps and not time. */
export function checkLinearizability<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  { budget }: SearchOptions = { budget: defaultBudget },
): Verdict {
  return searchOrder(searchCallsOf(history, specification), specification, { budget });
}
