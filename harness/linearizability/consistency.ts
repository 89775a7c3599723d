// Five consistency models, each of which permits every history that the one above it permits.
//
// All are stated for calls on one key, and for any specification; "reads" are the calls that observe, "writes" all others
// that have an effect. `lag` is a time.
//
// - linearizable: one order of all calls explains every answer, and in it each call stands at a moment between its
//   invocation and its return.
// - sequential: one order of all calls explains every answer and keeps the order of each lane, whatever the times say
//   (Lamport, 1979); and the history is on the levels below.
// - session, "read your writes" and "monotonic reads": as monotonic, and each lane's own calls stand in its order in the
//   order that is its view. So no lane misses its own answered write, unless another write replaced it.
// - monotonic, "monotonic reads": as eventual, and the reads of a lane stand in its order in the order that is its view. So
//   none goes back to what an earlier one saw overwritten.
// - eventual, with a bound:
//   (a) each lane has a view: an order of all writes, each at a moment between its invocation and its return, and of the
//       reads of that lane alone. A read stands at a moment up to `lag` before its invocation, or until its return: it may
//       show any value that was current then, and miss what was written less than `lag` ago, also where an earlier read of
//       the lane did not.
//   (b) one order explains all settled reads of all lanes together. A read is settled where no write was under way from
//       `lag` before its invocation until its return; where a write is open, no later read is settled. So once writes have
//       ceased for longer than `lag`, all readers agree.
//
// Two lanes may see overlapping writes in different orders until they have settled; one order in real time for the
// answered writes, as each lane sees them, is asked for on every level but in the order of `sequential`.
//
// A view asks for the order of a lane only where this says so: for the rest, calls that touch in time overlap.
//
// A level's "unexplained" is a violation by this definition, because each search is exact; where a search gives up, and no
// other has found a violation, the answer is "undecided".

import { checkLinearizability } from './checker.js';
import type { History } from './history.js';
import { previousOfLane, searchCallsOf, type SearchCall } from './search-call.js';
import { searchOrder } from './search.js';
import type { Specification } from './specification.js';
import { defaultBudget, type SearchOptions, type Verdict } from './verdict.js';

/** Strongest first. */
export const consistencies = ['linearizable', 'sequential', 'session', 'monotonic', 'eventual'] as const;
export type Consistency = (typeof consistencies)[number];

export interface ConsistencyOptions extends Partial<SearchOptions> {
  /** How long a write may be invisible after its return, in the unit of the history's times. Not used by `linearizable`. */
  readonly lag: number;
}

type Calls<Input, Output> = readonly SearchCall<Input, Output>[];

/** The numbers of a violation are positions in the whole history. */
export function checkConsistency<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  level: Consistency,
  { lag, budget = defaultBudget }: ConsistencyOptions,
): Verdict {
  if (level === 'linearizable') return checkLinearizability(history, specification, { budget });
  const calls = searchCallsOf(history, specification);
  const lanes = [...new Set(calls.filter(({ effect }) => effect === 'observes').map(({ lane }) => lane))];
  const views: readonly (() => Calls<Input, Output>)[] = [
    () => settledView(calls, lag),
    ...lanes.map((lane) => () => laneView(calls, lane, lag, level)),
    ...(level === 'sequential' ? [() => sequentialView(calls)] : []),
  ];
  return firstViolation(views.map((view) => () => searchOrder(view(), specification, { budget })));
}

/** The strongest model that is shown to explain the history; undefined if there is none. */
export function strongestConsistency<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  options: ConsistencyOptions,
): Consistency | undefined {
  return consistencies.find((level) => checkConsistency(history, specification, level, options).kind === 'explained');
}

/** The order of an explained verdict is that of the last search. */
function firstViolation(searches: readonly (() => Verdict)[]): Verdict {
  let verdict: Verdict = { kind: 'explained', order: [] };
  for (const search of searches) {
    const found = search();
    if (found.kind === 'unexplained') return found;
    if (verdict.kind !== 'undecided') verdict = found;
  }
  return verdict;
}

/** All calls without times, with the order of each lane. */
function sequentialView<Input, Output>(calls: Calls<Input, Output>): Calls<Input, Output> {
  const previous = previousOfLane(calls);
  return [...calls]
    .sort((left, right) => left.returnedAt - right.returnedAt || left.invokedAt - right.invokedAt)
    .map((call) => ({
      ...call,
      invokedAt: 0,
      returnedAt: call.returnedAt === Infinity ? Infinity : 0,
      after: previous.get(call.index)?.index,
    }));
}

/** All writes, and the reads of one lane, which may look back. */
function laneView<Input, Output>(
  calls: Calls<Input, Output>,
  lane: number,
  lag: number,
  level: Exclude<Consistency, 'linearizable'>,
): Calls<Input, Output> {
  const isOwn = (call: SearchCall<Input, Output>): boolean => call.lane === lane;
  const isOwnRead = (call: SearchCall<Input, Output>): boolean => isOwn(call) && call.effect === 'observes';
  const ordered = level === 'eventual' ? [] : calls.filter(level === 'monotonic' ? isOwnRead : isOwn);
  const previous = previousOfLane(ordered);
  return calls
    .filter((call) => call.effect !== 'observes' || call.lane === lane)
    .map((call) => ({
      ...call,
      invokedAt: isOwnRead(call) ? call.invokedAt - lag : call.invokedAt,
      after: previous.get(call.index)?.index,
    }));
}

/** All writes, and the reads of all lanes that no write can have crossed. */
function settledView<Input, Output>(calls: Calls<Input, Output>, lag: number): Calls<Input, Output> {
  const writes = calls.filter(({ effect }) => effect !== 'observes');
  return calls.filter(
    ({ effect, invokedAt, returnedAt }) =>
      effect !== 'observes' ||
      writes.every((write) => write.invokedAt > returnedAt || write.returnedAt < invokedAt - lag),
  );
}
