// A fault that only calls show which overlap: the reference service, whose host brings them to their answers in a wrong way.

import type { CallInterceptor } from '../api/overlap.js';
import type { RequirementId } from '../catalogue/index.js';

export interface OverlapMutant {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: RequirementId;
  /** The id of the check that must catch it. */
  readonly killedBy: string;
  readonly isControl?: undefined;
  /** A new one for each host, because what it remembers is of one host. */
  readonly intercept: () => CallInterceptor;
}

/** A conforming way to treat calls that overlap. */
export interface OverlapVariant {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: RequirementId;
  /** Whether it keeps calls in order, or shows what was written only in the end. */
  readonly keeps: 'linearizable' | 'eventual';
  readonly intercept: () => CallInterceptor;
}
