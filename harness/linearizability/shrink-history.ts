// Shrinks a history that violates a consistency model, without making any call again.
//
// Only calls that cannot have caused the violation are removed, so that the rest violates the model because the whole does,
// and not because something is missing:
//
// - a call that observes, or has no effect: whatever order explains the history explains it without that call;
// - all that happened after the return of the impossible call: at that moment the system had answered what was answered.
//   A write still under way then becomes open. (Not on level `sequential`, where an order may use later writes.)
// - writes that overwrite and that nothing left can observe: in an order that explains the history, nothing stands between
//   such a write and the next, so all of them can be left out of the order. (Only on level `linearizable`: elsewhere they
//   decide which reads are settled, and reads look back.)

import { checkConsistency, type Consistency, type ConsistencyOptions } from './consistency.js';
import type { History, HistoryCall } from './history.js';
import type { Effect, Specification } from './specification.js';
import type { Unexplained } from './verdict.js';

export interface ShrinkOptions extends ConsistencyOptions {
  readonly level: Consistency;
  /** How many smaller histories may be judged; default 1,000. */
  readonly checkLimit?: number;
}

export interface ShrunkHistory<Input, Output> {
  readonly history: History<Input, Output>;
  /** Its numbers are positions in the shrunk history. */
  readonly verdict: Unexplained;
}

const defaultCheckLimit = 1_000;

/** The shrunk history; `undefined` if the history is not shown to violate the model. */
export function shrinkHistory<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  options: ShrinkOptions,
): ShrunkHistory<Input, Output> | undefined {
  let checksLeft = options.checkLimit ?? defaultCheckLimit;
  let impossible: HistoryCall<Input, Output> | undefined;
  const judge = (smaller: History<Input, Output>): ShrunkHistory<Input, Output> | undefined => {
    if (checksLeft <= 0) return undefined;
    checksLeft -= 1;
    const verdict = checkConsistency(smaller, specification, options.level, options);
    if (verdict.kind !== 'unexplained') return undefined;
    // The impossible call has to stay the same, because the calls that explain it are kept.
    const found = smaller[verdict.impossible];
    impossible ??= found;
    return found === impossible ? { history: smaller, verdict } : undefined;
  };
  let shrunk = judge(history);
  if (shrunk === undefined) return undefined;
  for (;;) {
    const before = shrunk.history.length;
    if (options.level !== 'sequential') shrunk = judge(cutTail(shrunk, specification)) ?? shrunk;
    shrunk = dropCalls(shrunk, removableCalls(shrunk, specification, options.level), judge);
    if (shrunk.history.length === before) return shrunk;
  }
}

/** The history as it was at the return of the impossible call. */
function cutTail<State, Input, Output>(
  { history, verdict }: ShrunkHistory<Input, Output>,
  specification: Specification<State, Input, Output>,
): History<Input, Output> {
  const endsAt = history[verdict.impossible]?.returned?.at ?? Infinity;
  return history.flatMap((call): HistoryCall<Input, Output>[] => {
    if (call.invokedAt > endsAt) return [];
    if (call.returned === undefined || call.returned.at <= endsAt) return [call];
    const { lane, input, invokedAt, returned } = call;
    return hasNoEffect(specification.effectOf(input, returned.output)) ? [] : [{ lane, input, invokedAt }];
  });
}

/** Removes calls in ever smaller groups, whole lanes first, as long as the violation remains. */
function dropCalls<Input, Output>(
  shrunk: ShrunkHistory<Input, Output>,
  removable: History<Input, Output>,
  judge: (smaller: History<Input, Output>) => ShrunkHistory<Input, Output> | undefined,
): ShrunkHistory<Input, Output> {
  let smallest = shrunk;
  const drop = (calls: History<Input, Output>): void => {
    const dropped = new Set(calls);
    const smaller = smallest.history.filter((call) => !dropped.has(call));
    if (smaller.length < smallest.history.length) smallest = judge(smaller) ?? smallest;
  };
  drop(removable);
  for (const lane of new Set(removable.map((call) => call.lane))) drop(removable.filter((call) => call.lane === lane));
  for (let size = Math.ceil(removable.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < removable.length; start += size) drop(removable.slice(start, start + size));
  }
  return smallest;
}

function removableCalls<State, Input, Output>(
  { history, verdict }: ShrunkHistory<Input, Output>,
  specification: Specification<State, Input, Output>,
  level: Consistency,
): History<Input, Output> {
  const effects = new Map(
    history.map((call) => [call, specification.effectOf(call.input, call.returned?.output)] as const),
  );
  const observers = history.filter((call) => effects.get(call) === 'observes' && call.returned !== undefined);
  const writes = history.filter((call) => effects.get(call) === 'overwrites');
  const canDropWrites = level === 'linearizable' && !hasChanges(effects);
  // What an overwriting call leads to does not depend on the state before.
  const anyStates = specification.initial.slice(0, 1);
  const isSeenBy = (write: HistoryCall<Input, Output>, observer: HistoryCall<Input, Output>): boolean =>
    anyStates
      .flatMap((state) => specification.step(state, write.input, write.returned?.output))
      .some((state) => specification.step(state, observer.input, observer.returned?.output).length > 0);
  const impossible = history[verdict.impossible];
  const refused = history.filter((call) => effects.get(call) === 'nothing').map(asUnanswered);
  const shown =
    impossible && (lastShown(impossible, writes, isSeenBy) ?? lastShown(impossible, refused, isSeenBy)?.original);
  return history.filter((call) => {
    if (call === impossible || call === shown) return false;
    if (hasNoEffect(effects.get(call) ?? 'changes')) return true;
    return canDropWrites && !observersInSight(call, writes, observers).some((observer) => isSeenBy(call, observer));
  });
}

/** A rejected call as if its result were unknown: it may have taken effect nevertheless. */
function asUnanswered<Input, Output>(
  original: HistoryCall<Input, Output>,
): HistoryCall<Input, Output> & { readonly original: HistoryCall<Input, Output> } {
  const { lane, input, invokedAt } = original;
  return { lane, input, invokedAt, original };
}

/** The writes that the impossible call shows; they are kept, because otherwise the value would seem never written. */
function lastShown<Input, Output, Write extends HistoryCall<Input, Output>>(
  impossible: HistoryCall<Input, Output>,
  writes: readonly Write[],
  isSeenBy: (write: HistoryCall<Input, Output>, observer: HistoryCall<Input, Output>) => boolean,
): Write | undefined {
  return writes
    .filter((write) => write.invokedAt <= endOf(impossible) && isSeenBy(write, impossible))
    .toSorted((left, right) => left.invokedAt - right.invokedAt)
    .at(-1);
}

/** Observers that may directly follow the write: others precede it, or follow a later write. */
function observersInSight<Input, Output>(
  write: HistoryCall<Input, Output>,
  writes: History<Input, Output>,
  observers: History<Input, Output>,
): History<Input, Output> {
  const next = writes.filter(({ invokedAt }) => invokedAt > endOf(write));
  const endOfSight = next.reduce((earliest, each) => Math.min(earliest, endOf(each)), Infinity);
  return observers.filter((each) => endOf(each) >= write.invokedAt && each.invokedAt <= endOfSight);
}

function endOf({ returned }: HistoryCall<unknown, unknown>): number {
  return returned?.at ?? Infinity;
}

function hasChanges(effects: ReadonlyMap<unknown, Effect>): boolean {
  return [...effects.values()].includes('changes');
}

function hasNoEffect(effect: Effect): boolean {
  return effect === 'nothing' || effect === 'observes';
}
