// The central types: the API is a pure function from state and operation to the set of allowed answers. The oracle, the
// reference service, the emulator and every mutant are forms of this function.

import type { RequirementId } from '../catalogue/index.js';
import type { Operation } from './operation.js';
import type { Outcome } from './outcome.js';
import type { CallerFacts } from './principal.js';

/** What an answer may depend on besides state and operation. */
export interface CallContext {
  /** The time of the call, in milliseconds since 1970; 0 if it is not used. */
  readonly atMs: number;
  /** Who calls; the owner of all CAs unless stated. */
  readonly caller?: CallerFacts | undefined;
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

/** All answers that the evidence allows: an ambiguous statement gives a longer list, not a special case. */
export interface Oracle<State> {
  /** The allowed answers, at least one, the preferred one first. Pure: the given state is not changed. */
  transitions(state: State, operation: Operation, context?: CallContext): readonly AllowedTransition<State>[];
}

/** A deterministic service. The emulator, the built-in mock and every mutant have this type. */
export interface Service<State> {
  readonly initial: State;
  step(state: State, operation: Operation, context?: CallContext): Transition<State>;
}
