// The verdicts of the checker. Numbers in a verdict are positions in the judged history.

export type Verdict = Explained | Unexplained | Undecided;

/** There is an order that the specification allows. */
export interface Explained {
  readonly kind: 'explained';
  /** Calls of effect `nothing`, open reads, and open calls that had no effect are left out. */
  readonly order: readonly number[];
}

/** There is no such order. */
export interface Unexplained {
  readonly kind: 'unexplained';
  /**
   * The first call, by return, that no order explains: the history up to just before that return has an order, with the
   * return it has none.
   */
  readonly impossible: number;
  /** A longest order that explains every call that returned before. */
  readonly longest: readonly number[];
}

/** The budget is spent; never counts as a pass. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly reason: string;
}

export interface SearchOptions {
  /** How many steps a search may take before it gives up; also bounds its memory. */
  readonly budget: number;
}

/** Enough for every history of a schedule, and at most about a second. */
export const defaultBudget = 2_000_000;
