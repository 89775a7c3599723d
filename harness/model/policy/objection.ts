// How the evidence speaks against an input: each rule that finds something returns one objection, and the objections
// together decide the set of allowed answers.

import type { Answer } from '../../catalogue/requirement.js';
import type { RequirementId } from '../../catalogue/index.js';

/** One thing that is wrong, or unusual, about an input. */
export interface Objection {
  readonly requirement: RequirementId;
  /** The answers it allows, preferred first. `Success` among them means that the input may be accepted. */
  readonly answers: readonly [Answer, ...Answer[]];
}

/** An unusual form on which the evidence is silent or divided: accepted by the reference service, refusable by others. */
export function mayBeAccepted(requirement: RequirementId): Objection {
  return { requirement, answers: ['Success', 'InvalidPolicyException'] };
}

/** The same, where a stricter parser may call the text unreadable. */
export function mayBeUnreadable(requirement: RequirementId): Objection {
  return { requirement, answers: ['Success', 'InvalidPolicyException', 'ValidationException'] };
}

/** A form that the evidence speaks against without excluding it. */
export function mayBeRefused(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'Success'] };
}

/** Not a policy in the sense of the grammar. */
export function malformed(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'ValidationException'] };
}

/** A form of which no source says anything, though the grammar speaks against it. */
export function unheardOf(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'ValidationException', 'Success'] };
}

export interface AllowedAnswer {
  readonly answer: Answer;
  readonly cites: readonly RequirementId[];
}

/**
 * The answers that all objections together allow, preferred first. Success is allowed only where every objection
 * allows it; the error of any one objection is allowed, because the order of checks is undocumented (PP-04).
 */
export function combineObjections(objections: readonly Objection[]): readonly AllowedAnswer[] {
  const ranked = [...objections].sort((left, right) => severity(left) - severity(right));
  const answers = new Map<Answer, Set<RequirementId>>();
  const successIsAllowed = objections.every((objection) => objection.answers.includes('Success'));
  const successIsPreferred = objections.every((objection) => objection.answers[0] === 'Success');
  const cite = (answer: Answer, requirement?: RequirementId): void => {
    const cites = answers.get(answer) ?? new Set();
    if (requirement !== undefined) cites.add(requirement);
    answers.set(answer, cites);
  };
  if (successIsPreferred) cite('Success');
  for (const objection of ranked) {
    for (const answer of objection.answers) {
      if (answer !== 'Success' || successIsAllowed) cite(answer, objection.requirement);
    }
  }
  return [...answers].map(([answer, cites]) => ({ answer, cites: [...cites] }));
}

/** Objections that forbid success come first, then those that merely do not prefer it: the first answer is preferred. */
function severity({ answers }: Objection): number {
  if (!answers.includes('Success')) return 0;
  return answers[0] === 'Success' ? 2 : 1;
}
