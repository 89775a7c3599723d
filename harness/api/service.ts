// The one idea: the API is a pure function over a set of allowed answers, and everything else is that function in
// another costume.

import type { RequirementId } from '../catalogue/index.js';
import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';

/** What an answer may depend on beside state and operation. */
export interface CallContext {
  /** The time of the call, in milliseconds since 1970; 0 where nobody looks at it. */
  readonly atMs: number;
}

/** One answer, and the state of the service after it. */
export interface Transition<State> {
  readonly outcome: Outcome;
  readonly next: State;
}

/** An answer that the evidence allows, with the requirements that allow it. */
export interface AllowedTransition<State> extends Transition<State> {
  readonly cites: readonly RequirementId[];
}

/** Everything the evidence allows: an ambiguous statement is a longer list and not a special case. */
export interface Oracle<State> {
  /** Never empty. The preferred answer comes first. Pure: the given state is not changed. */
  transitions(state: State, operation: Operation, context?: CallContext): readonly AllowedTransition<State>[];
}

/** One deterministic service. The emulator, the built-in mock and every mutant have this shape. */
export interface Service<State> {
  readonly initial: State;
  step(state: State, operation: Operation, context?: CallContext): Transition<State>;
}
