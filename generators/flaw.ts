// The types of flaws: each flawed value has exactly one flaw in an otherwise valid value.

import type fc from 'fast-check';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answer, Level, PolicyOperationName } from '../harness/catalogue/requirement.js';

export type Answers = readonly [Answer, ...Answer[]];

export interface Flaw {
  /** `<area>/<what is wrong>`. */
  readonly id: string;
  /** The edit that makes a valid value invalid, as a sentence. */
  readonly summary: string;
  readonly requirement: RequirementId;
  /** The answers that the requirement allows, preferred first. */
  readonly acceptable: Answers;
  /** Only if a wrong answer to this flaw is judged at a lower level than the rest of its requirement. */
  readonly level?: Level | undefined;
}

/** A flaw of a ResourceArn. The valid value is `{{ca0.arn}}`. */
export interface ArnFlaw extends Flaw {
  readonly arn: fc.Arbitrary<string>;
  /** The answers of an operation that documents fewer. */
  readonly acceptableFor?: Partial<Record<PolicyOperationName, Answers>>;
}

/** A JSON object that a flaw may change in any way. */
export type Draft = Record<string, unknown>;

/** A flaw of a Policy, inserted into a policy that would be accepted. */
export interface PolicyFlaw extends Flaw {
  /** The policy with the flaw. `pick` chooses among several places or values, or is the length. Pure. */
  insert(policy: EditablePolicy, pick: number): string;
  /** The picks, if not any natural number of up to four digits. */
  readonly picks?: fc.Arbitrary<number>;
}

/** A valid policy as text and as an editable object. */
export interface EditablePolicy {
  readonly text: string;
  /** A copy that the flaw may change. */
  readonly draft: Draft;
  /** The statements of the draft. */
  readonly statements: Draft[];
}
