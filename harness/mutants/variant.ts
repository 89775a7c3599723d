// A conforming variant of the reference service: it uses a freedom that the evidence leaves, and must pass everything.

import type { RequirementId } from '../catalogue/index.js';
import type { Mutation } from './mutation.js';

export type Variant = Mutation & {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: RequirementId;
};
