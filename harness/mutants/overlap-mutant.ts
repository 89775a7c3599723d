// Mutants and variants that only overlapping calls show: the reference service, with a host that handles such calls in its own way.

import type { CallInterceptor } from '../api/overlap.js';
import type { CheckId, CheckName } from '../catalogue/check-ids.js';
import type { RequirementId } from '../catalogue/index.js';
import { named, type Named } from './named.js';

export interface OverlapFault<Check extends string> {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: RequirementId;
  /** The check that must catch it. */
  readonly killedBy: Check;
  readonly isControl?: undefined;
  /** Created for each host, because its state belongs to one host. */
  readonly intercept: () => CallInterceptor;
}

export type OverlapMutant = OverlapFault<CheckId<'concurrency' | 'equivalence'>>;

/** A table of mutants that the checks of one topic notice; a row names its check without the topic. */
export function overlapFaults<Topic extends 'concurrency' | 'equivalence'>(
  topic: Topic,
  rows: Readonly<Record<string, OverlapFault<CheckName<NoInfer<Topic>>>>>,
): readonly Named<OverlapFault<`${Topic}/${CheckName<Topic>}`>>[] {
  return named(rows).map(({ killedBy, ...row }) => ({ ...row, killedBy: `${topic}/${killedBy}` as const }));
}

/** A conforming way to handle overlapping calls. */
export interface OverlapVariant {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: RequirementId;
  /** Whether it keeps calls in order, or only shows writes eventually. */
  readonly keeps: 'linearizable' | 'eventual';
  readonly intercept: () => CallInterceptor;
}
