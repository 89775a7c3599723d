// A mutant: the reference service with one fault, and the check that must notice it.

import type { CheckId, CheckName, ServiceTopic } from '../catalogue/check-ids.js';
import type { RequirementId } from '../catalogue/index.js';
import type { Mutation } from './mutation.js';
import { named, type Named } from './named.js';

export interface Fault<Check extends string> {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: RequirementId;
  /** The check that must catch it. */
  readonly killedBy: Check;
  /** So blatant that the results of the selftest are meaningless if this one survives. */
  readonly isControl?: boolean | undefined;
}

export type Mutant = Mutation & Fault<CheckId>;

/** A table of mutants that the checks of one topic notice; a row names its check without the topic. */
export function faults<Topic extends ServiceTopic>(
  topic: Topic,
  rows: Readonly<Record<string, Mutation & Fault<CheckName<NoInfer<Topic>>>>>,
): readonly Named<Mutation & Fault<`${Topic}/${CheckName<Topic>}`>>[] {
  return named(rows).map(({ killedBy, ...row }) => ({ ...row, killedBy: `${topic}/${killedBy}` as const }));
}
