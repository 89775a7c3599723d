// Makes a history that violates a level of consistency small, without making any call again.
//
// Only what cannot have caused the violation is taken away, so that what is left violates the level too because the whole
// did, and not because something is missing:
//
// - a call that observes, or has no effect: whatever order explains the history explains it without that call;
// - all that happened after the return of the impossible call: at that moment the system had answered what was answered.
//   A write still under way then becomes open. (Not on level `sequential`, where an order may use later writes.)
// - a write that overwrites and whose states nothing that is left can observe: in an order that explains the history,
//   nothing stands between it and the next write, so it can be left out of the order. (Only on level `linearizable`:
//   elsewhere it decides which reads are settled.)

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

/** `undefined` where the history is not shown to violate the level. */
export function shrinkHistory<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  options: ShrinkOptions,
): ShrunkHistory<Input, Output> | undefined {
  let checksLeft = options.checkLimit ?? defaultCheckLimit;
  const judge = (smaller: History<Input, Output>): ShrunkHistory<Input, Output> | undefined => {
    if (checksLeft <= 0) return undefined;
    checksLeft -= 1;
    const verdict = checkConsistency(smaller, specification, options.level, options);
    return verdict.kind === 'unexplained' ? { history: smaller, verdict } : undefined;
  };
  let shrunk = judge(history);
  if (shrunk === undefined) return undefined;
  for (;;) {
    const before = shrunk.history.length;
    if (options.level !== 'sequential') shrunk = judge(cutTail(shrunk, specification)) ?? shrunk;
    shrunk = dropCalls(shrunk, removableCalls(shrunk.history, specification, options.level), judge);
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

/** Takes calls away in ever smaller groups, whole lanes first, as long as the violation stays. */
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
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  level: Consistency,
): History<Input, Output> {
  const effects = history.map(({ input, returned }) => specification.effectOf(input, returned?.output));
  const observers = history.filter((call, at) => effects[at] === 'observes' && call.returned !== undefined);
  const canDropWrites = level === 'linearizable' && !effects.includes('changes');
  // What an overwriting call leads to does not depend on the state before.
  const anyStates = specification.initial.slice(0, 1);
  return history.filter(({ input, returned }, at) => {
    const effect = effects[at] ?? 'changes';
    if (hasNoEffect(effect)) return true;
    if (!canDropWrites) return false;
    const states = anyStates.flatMap((state) => specification.step(state, input, returned?.output));
    return isUnobserved(specification, states, observers);
  });
}

function isUnobserved<State, Input, Output>(
  specification: Specification<State, Input, Output>,
  states: readonly State[],
  observers: History<Input, Output>,
): boolean {
  return states.every((state) =>
    observers.every(({ input, returned }) => specification.step(state, input, returned?.output).length === 0),
  );
}

function hasNoEffect(effect: Effect): boolean {
  return effect === 'nothing' || effect === 'observes';
}
