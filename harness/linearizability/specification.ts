// What one caller alone could see, as a pure function. It is all that the checker knows of the system.

/** A sequential specification. Ignorance is a longer list: of first states, or of states after a call. */
export interface Specification<State, Input, Output> {
  /** The states in which the system may be at the start. */
  readonly initial: readonly State[];
  /**
   * Every state in which the system may be after `input` was answered with `output`; empty where that answer is
   * impossible in `state`. Without `output` the fate is unknown: every state that the call may lead to. That it never
   * takes effect need not be in the list, because the checker may leave an open call out.
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
