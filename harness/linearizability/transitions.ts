// The specification over numbers: states and calls are numbered, and every result of `step` is computed once.

import type { SearchCall } from './search-call.js';
import type { Effect, Specification } from './specification.js';
import { createWordTable } from './word-table.js';

export interface Transitions {
  readonly initial: readonly number[];
  readonly effects: readonly Effect[];
  /** Whether any call promises nothing about its effect. */
  readonly hasChanges: boolean;
  /** Whether a call that observes is possible in a state. */
  isPossible(call: number, state: number): boolean;
  /** The states after a call that overwrites or changes. */
  after(call: number, state: number): readonly number[];
}

export function createTransitions<State, Input, Output>(
  calls: readonly SearchCall<Input, Output>[],
  specification: Specification<State, Input, Output>,
): Transitions {
  // Each wrapped in an object, because a state may be `undefined`.
  const states: { readonly value: State }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (state: State): number => {
    const fingerprint = specification.fingerprint(state);
    const known = numbers.get(fingerprint);
    if (known !== undefined) return known;
    numbers.set(fingerprint, states.length);
    states.push({ value: state });
    return states.length - 1;
  };
  const initial = distinct(specification.initial.map(numberOf));
  if (initial.length === 0) throw new Error('The specification names no first state.');
  const effects = calls.map(({ effect }) => effect);

  function step(call: number, state: number): readonly State[] {
    const stepped = calls[call];
    const from = states[state];
    if (stepped === undefined || from === undefined) throw new Error(`There is no call ${call} or no state ${state}.`);
    return specification.step(from.value, stepped.input, stepped.output);
  }

  const pair = new Int32Array(2);
  const possible = createWordTable(2);
  const overwritten: (readonly number[] | undefined)[] = [];
  const changed: (Map<number, readonly number[]> | undefined)[] = [];

  return {
    initial,
    effects,
    hasChanges: effects.includes('changes'),
    isPossible(call, state) {
      pair[0] = call;
      pair[1] = state;
      let known = possible.get(pair);
      if (known === -1) possible.set(pair, (known = step(call, state).length === 0 ? 0 : 1));
      return known === 1;
    },
    after(call, state) {
      // The result of an overwriting call is computed once, because it does not depend on the state.
      const known = effects[call] === 'overwrites' ? overwritten[call] : changed[call]?.get(state);
      if (known !== undefined) return known;
      const next = distinct(step(call, state).map(numberOf));
      if (effects[call] === 'overwrites') overwritten[call] = next;
      else (changed[call] ??= new Map()).set(state, next);
      return next;
    },
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)];
}
