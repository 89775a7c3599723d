// The definition of linearizability, by trying every order: slow, but short enough to be obviously correct.

import type { History } from '../history.js';
import type { Specification } from '../specification.js';

interface TriedCall<Input, Output> {
  readonly input: Input;
  readonly output: Output | undefined;
  /** A bit for each call that must come first. */
  readonly before: number;
}

/** Whether an order explains the calls of `required`, by position; the others may be used or left out. */
export function isExplained<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  required: readonly number[] = answeredCalls(history),
  precedes: Precedence = inTime(history),
): boolean {
  const calls = history.map(({ input, returned }, second): TriedCall<Input, Output> => {
    const before = history.map((_, first) => (first !== second && precedes(first, second) ? 1 << first : 0));
    return { input, output: returned?.output, before: before.reduce((all, bit) => all | bit, 0) };
  });
  const needed = required.reduce((all, position) => all | (1 << position), 0);
  const seen = new Set<string>();
  const visit = (placed: number, state: State): boolean => {
    if ((placed & needed) === needed) return true;
    const place = `${placed} ${specification.fingerprint(state)}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return calls.some(
      ({ input, output, before }, position) =>
        (placed & (1 << position)) === 0 &&
        (before & ~placed) === 0 &&
        specification.step(state, input, output).some((next) => visit(placed | (1 << position), next)),
    );
  };
  return specification.initial.some((state) => visit(0, state));
}

/** Whether the first call must come before the second, both by position. */
export type Precedence = (first: number, second: number) => boolean;

/** By time, where intervals are closed, and by lane. */
function inTime(history: History<unknown, unknown>): Precedence {
  const [isEarlier, isEarlierInLane] = [byClock(history), inLane(history)];
  return (first, second) => isEarlier(first, second) || isEarlierInLane(first, second);
}

/** By time alone. */
export function byClock(history: History<unknown, unknown>): Precedence {
  return (first, second) => (history[first]?.returned?.at ?? Infinity) < (history[second]?.invokedAt ?? 0);
}

/** By lane alone. */
export function inLane(history: History<unknown, unknown>): Precedence {
  return (first, second) => {
    const [earlier, later] = [history[first], history[second]];
    if (earlier?.returned === undefined || later === undefined || earlier.lane !== later.lane) return false;
    return earlier.returned.at <= later.invokedAt && (earlier.invokedAt < later.invokedAt || first < second);
  };
}

/** The first call, by return, from which on there is no order; `undefined` if the whole history is explained. */
export function firstImpossible<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
): number | undefined {
  const byReturn = answeredCalls(history);
  const at = byReturn.findIndex((_, last) => !isExplained(history, specification, byReturn.slice(0, last + 1)));
  return byReturn[at];
}

/** By return, and calls that returned together by invocation. */
export function answeredCalls(history: History<unknown, unknown>): readonly number[] {
  const timesOf = (position: number): readonly [number, number] => {
    const call = history[position];
    return [call?.returned?.at ?? Infinity, call?.invokedAt ?? 0];
  };
  return [...history.keys()]
    .filter((position) => history[position]?.returned !== undefined)
    .sort((left, right) => {
      const [[leftReturn, leftInvocation], [rightReturn, rightInvocation]] = [timesOf(left), timesOf(right)];
      return leftReturn === rightReturn ? leftInvocation - rightInvocation : leftReturn - rightReturn;
    });
}

/** Whether an order found by the checker is one: times respected, every step allowed, every call that counts in it. */
export function isAllowedOrder<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  order: readonly number[],
): boolean {
  if (new Set(order).size !== order.length) return false;
  const precedes = inTime(history);
  const isInTime = order.every((earlier, at) => order.slice(at + 1).every((later) => !precedes(later, earlier)));
  const visit = (at: number, state: State): boolean => {
    const call = history[order[at] ?? -1];
    if (call === undefined) return true;
    return specification.step(state, call.input, call.returned?.output).some((next) => visit(at + 1, next));
  };
  return isInTime && specification.initial.some((state) => visit(0, state));
}
