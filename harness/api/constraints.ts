// The constraints of one revision of the service model on the members of the three operations, ready to be checked.

import { modelRevisions, newestModelRevision, serviceModels, type ModelRevision } from './service-model.js';

/** A constraint on a string. Lengths are in characters, and both limits are allowed. */
interface TextConstraint {
  readonly minLength: number;
  readonly maxLength: number;
  /** The pattern, anchored at both ends. */
  readonly pattern: RegExp;
  /**
   * The pattern without anchors, as in the model, so that a service may match a part of the string. Letters of any script
   * match \w, as in some regular expression engines.
   */
  readonly unanchoredPattern: RegExp;
}

export interface Constraints {
  readonly revision: ModelRevision;
  readonly resourceArn: TextConstraint;
  readonly policy: TextConstraint;
  /** The longest policy that every revision allows; longer ones are ambiguous even if this revision allows them (POL-04). */
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

/** How a string violates a constraint: by its length, by its characters, or not at all. */
export function violatesConstraint(text: string, constraint: TextConstraint): 'length' | 'pattern' | undefined {
  if (text.length < constraint.minLength || text.length > constraint.maxLength) return 'length';
  return constraint.pattern.test(text) ? undefined : 'pattern';
}
