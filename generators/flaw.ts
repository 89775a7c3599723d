// The label that every flawed value carries: one flaw, in otherwise good surroundings.

import type fc from 'fast-check';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answer, Level, PolicyOperationName } from '../harness/catalogue/requirement.js';

export type Answers = readonly [Answer, ...Answer[]];

export interface Flaw {
  /** `<area>/<what is wrong>`. */
  readonly id: string;
  /** The one edit that makes a good value wrong, in words. */
  readonly summary: string;
  readonly requirement: RequirementId;
  /** The answers that the requirement allows, preferred first. */
  readonly acceptable: Answers;
  /** Only where another answer to this flaw is judged more mildly than the rest of its requirement. */
  readonly level?: Level | undefined;
}

/** A flaw of a ResourceArn. The good value is `{{ca0.arn}}`. */
export interface ArnFlaw extends Flaw {
  readonly arn: fc.Arbitrary<string>;
  /** Where one operation documents a narrower set. */
  readonly acceptableFor?: Partial<Record<PolicyOperationName, Answers>>;
}

/** JSON that a flaw may mutate out of the shape of a policy. */
export type Draft = Record<string, unknown>;

/** A flaw of a Policy, planted into a policy that would be accepted. */
export interface PolicyFlaw extends Flaw {
  /** `pick` chooses among several places for the flaw, or is its length. Pure. */
  plant(policy: PlantedPolicy, pick: number): string;
  /** The picks, where a natural number of up to four digits does not serve. */
  readonly picks?: fc.Arbitrary<number>;
}

/** The good policy in the forms that a flaw may want to start from. */
export interface PlantedPolicy {
  readonly text: string;
  /** A fresh copy, to be changed at will. */
  readonly draft: Draft;
  /** The statements of the draft. */
  readonly statements: Draft[];
}
