// Three-valued logic after Kleene: what is not published is unknown, and stays unknown unless the rest decides.

export type Truth = 'true' | 'false' | 'unknown';

/** True if all are true, false if one is false. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
}

/** True if one is true, false if all are false. */
export function any(truths: readonly Truth[]): Truth {
  return not(all(truths.map((truth) => not(truth))));
}

export function not(truth: Truth): Truth {
  if (truth === 'unknown') return truth;
  return truth === 'true' ? 'false' : 'true';
}

export function truthOf(condition: boolean): Truth {
  return condition ? 'true' : 'false';
}
