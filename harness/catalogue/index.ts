// The whole set of requirements, and the type of their ids.
// This folder holds the requirements as data: id, level, statement and sources.
import { access } from './access.js';
import { acm } from './acm.js';
import { arn } from './arn.js';
import { authorization } from './authorization.js';
import { concurrency } from './concurrency.js';
import { deletePolicy } from './delete-policy.js';
import { errors } from './errors.js';
import { getPolicy } from './get-policy.js';
import { iamGrammar } from './iam-grammar.js';
import { organizations } from './organizations.js';
import { policyContent } from './policy-content.js';
import { policySyntax } from './policy-syntax.js';
import { putPolicy } from './put-policy.js';
import type { Requirement } from './requirement.js';
import { resourceSharing } from './resource-sharing.js';
import { resourceState } from './resource-state.js';
import { requirementSetRevision } from './revision.js';
import { tooling } from './tooling.js';
import { wire } from './wire.js';
import { wireCbor } from './wire-cbor.js';

/**
 * The frozen set of requirements for coverage; a change of an id, a level or an answer needs a new revision. If a
 * requirement covers several cases, `answers` has the answers of all of them, and the statement distinguishes them.
 */
export const requirementSet = {
  revision: requirementSetRevision,
  requirements: {
    ...wire,
    ...wireCbor,
    ...arn,
    ...policySyntax,
    ...policyContent,
    ...putPolicy,
    ...getPolicy,
    ...deletePolicy,
    ...authorization,
    ...access,
    ...resourceState,
    ...errors,
    ...concurrency,
    ...resourceSharing,
    ...organizations,
    ...acm,
    ...tooling,
    ...iamGrammar,
  },
} as const satisfies { readonly revision: string; readonly requirements: Readonly<Record<string, Requirement>> };

/** The id of a requirement, such as `POL-15`. */
export type RequirementId = keyof typeof requirementSet.requirements;

/** Every requirement by its id. */
export const requirements: Readonly<Record<RequirementId, Requirement>> = requirementSet.requirements;

/** Every id, grouped by area and in ascending order within it. */
export const requirementIds: readonly RequirementId[] = Object.keys(requirements).filter(isRequirementId);

/** Whether the text is the id of a requirement. */
export function isRequirementId(text: string): text is RequirementId {
  return Object.hasOwn(requirements, text);
}
