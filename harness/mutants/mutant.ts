// A fault with a name: the reference service, wrong in one thing, and the check that must notice.

import type { RequirementId } from '../catalogue/index.js';
import type { Mutation } from './mutation.js';

export type Mutant = Mutation & {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: RequirementId;
  /** The id of the check that must catch it. */
  readonly killedBy: string;
  /** So blatant that the selftest means nothing where this one survives. */
  readonly isControl?: boolean | undefined;
};
