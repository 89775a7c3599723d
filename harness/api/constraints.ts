// What one revision of the service model demands of the members of the three operations, ready to be checked.

import { modelRevisions, newestModelRevision, serviceModels, type ModelRevision } from './service-model.js';

/** Lengths are in characters, and both ends are allowed. */
interface TextConstraint {
  readonly minLength: number;
  readonly maxLength: number;
  /** Matches a whole text or nothing. */
  readonly pattern: RegExp;
  /**
   * Matches any part of a text, as the pattern does where nobody anchors it: the model writes no anchors. Letters of any
   * script are letters, as they are in some engines of regular expressions.
   */
  readonly unanchoredPattern: RegExp;
}

export interface Constraints {
  readonly revision: ModelRevision;
  readonly resourceArn: TextConstraint;
  readonly policy: TextConstraint;
  /** The longest policy that every revision allows; longer ones are ambiguous even where the revision has room (POL-04). */
  readonly undisputedPolicyLength: number;
}

export function constraintsOf(revision: ModelRevision): Constraints {
  return constraintsByRevision[revision];
}

const undisputedPolicyLength = Math.min(...modelRevisions.map((each) => serviceModels[each].policy.max));

// The keys are those of the list.
const constraintsByRevision = Object.fromEntries(
  modelRevisions.map((revision) => {
    const { arn, policy } = serviceModels[revision];
    const limits = { resourceArn: textConstraint(arn), policy: textConstraint(policy), undisputedPolicyLength };
    return [revision, { revision, ...limits }];
  }),
) as Readonly<Record<ModelRevision, Constraints>>;

export const newestConstraints: Constraints = constraintsOf(newestModelRevision);

function textConstraint({ min, max, pattern }: { min: number; max: number; pattern: string }): TextConstraint {
  return {
    minLength: min,
    maxLength: max,
    pattern: new RegExp(`^(?:${pattern})$`),
    unanchoredPattern: new RegExp(pattern.replaceAll(String.raw`\w`, String.raw`\p{L}\p{N}_`), 'u'),
  };
}

/** Whether a text is outside a constraint by its length or by its characters. */
export function violatesConstraint(text: string, constraint: TextConstraint): 'length' | 'pattern' | undefined {
  if (text.length < constraint.minLength || text.length > constraint.maxLength) return 'length';
  return constraint.pattern.test(text) ? undefined : 'pattern';
}
