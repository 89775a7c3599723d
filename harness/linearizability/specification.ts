// The sequential specification of a system, as a pure function. The checker knows nothing else about the system.

/** A sequential specification. Uncertainty is a longer list of initial states, or of states after a call. */
export interface Specification<State, Input, Output> {
  /** The states in which the system may be at the start. */
  readonly initial: readonly State[];
  /**
   * Every state in which the system may be after `input` was answered with `output`; empty if that answer is impossible in
   * `state`. Without `output` the result is unknown: every state to which the call may lead. The case that it never takes
   * effect need not be in the list, because the checker may omit an open call.
   */
  step(state: State, input: Input, output: Output | undefined): readonly State[];
  /** States are equal when their fingerprints are. */
  fingerprint(state: State): string;
  /** A promise about the call in every state. `changes` promises nothing and is always right, but slow. */
  effectOf(input: Input, output: Output | undefined): Effect;
}

/**
 * - `nothing`: possible in every state, and leaves each as it was (a refusal "for now"); no order depends on it
 * - `observes`: leaves every state in which it is possible as it was (a read; a refusal that depends on the state)
 * - `overwrites`: possible in every state, and what it leads to does not depend on the state before (a blind write)
 * - `changes`: anything else
 */
export type Effect = 'nothing' | 'observes' | 'overwrites' | 'changes';
