// A check is a value, not a side effect of loading a test file, so that any runner can run it.

import type fc from 'fast-check';
import type { Case } from '../../api/case.js';
import type { Capability } from '../../api/target.js';
import type { Level } from '../../catalogue/requirement.js';
import { requirementIds, requirements, type RequirementId } from '../../catalogue/index.js';

export interface Check {
  /** `<topic>/<behaviour>`, such as `policy-text/rejects-non-object-json`. */
  readonly id: string;
  readonly requirement: RequirementId;
  /** Further requirements whose violations fail the check, if its claim covers them as well. */
  readonly judges?: readonly RequirementId[] | undefined;
  /** The claim, subject and verb in the present tense. */
  readonly title: string;
  /** Only if one outcome of the requirement is judged at another level than the rest of it. */
  readonly level?: Level | undefined;
  /** What the target must be able to do. */
  readonly needs?: readonly Capability[] | undefined;
  /** The input classes; each is exercised at least once per run. */
  readonly inputClasses: readonly InputClass[];
  /** In how many of its classes something must have been observed: in all of them, unless stated. */
  readonly required?: number | undefined;
  /** The phase of a run in which the check runs, if it is not the phase of its input classes. */
  readonly phase?: 'pairs' | 'sequences' | 'waves' | undefined;
  /** Whether a case is so long or expensive that each class has one in a run of any profile. */
  readonly once?: boolean | undefined;
}

export interface InputClass {
  /** The id of a flaw, template, boundary or situation. */
  readonly id: string;
  readonly cases: fc.Arbitrary<Case>;
  /** The calls of its longest case, if they are many: such a class begins first, so that it does not run alone at the end. */
  readonly longestCaseCalls?: number | undefined;
  /** Whether its cases mostly wait for something to settle; other cases run in that time. */
  readonly waits?: boolean | undefined;
}

/** The effect of a wrong answer to the check on the target's verdict. */
export function levelOf(check: Check): Level {
  return check.level ?? requirements[check.requirement].level;
}

/** The requirements whose violations fail the check: its own, and those that are judged through its own. */
export function judgedBy({
  requirement,
  judges = [],
}: Pick<Check, 'requirement' | 'judges'>): ReadonlySet<RequirementId> {
  const through = requirementIds.filter((id) => requirements[id].judgedThrough?.includes(requirement) === true);
  return new Set([requirement, ...judges, ...through]);
}

/** In how many of its input classes a check must have observed something; with fewer it is vacuous. */
export function requiredInputClasses({ required, inputClasses }: Check): number {
  return required ?? inputClasses.length;
}
