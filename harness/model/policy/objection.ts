// Objections of the evidence to an input: each rule returns its objections, which together determine the allowed answers.

import type { Answer } from '../../catalogue/requirement.js';
import type { RequirementId } from '../../catalogue/index.js';

/** One invalid or unusual property of an input. */
export interface Objection {
  readonly requirement: RequirementId;
  /** The answers that it allows, preferred first. With `Success` the input may be accepted. */
  readonly answers: readonly [Answer, ...Answer[]];
}

/** A form on which the sources are silent or disagree: the reference service accepts it, others may reject it. */
export function mayBeAccepted(requirement: RequirementId): Objection {
  return { requirement, answers: ['Success', 'InvalidPolicyException'] };
}

/** The same for a form that a strict parser may reject as unreadable. */
export function mayBeUnreadable(requirement: RequirementId): Objection {
  return { requirement, answers: ['Success', 'InvalidPolicyException', 'ValidationException'] };
}

/** A form that the evidence suggests is rejected, without excluding acceptance. */
export function mayBeRefused(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'Success'] };
}

/** A document that violates the grammar of policies. */
export function malformed(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'ValidationException'] };
}

/** A form that violates the grammar, but on which no source says how the service answers. */
export function unheardOf(requirement: RequirementId): Objection {
  return { requirement, answers: ['InvalidPolicyException', 'ValidationException', 'Success'] };
}

export interface AllowedAnswer {
  readonly answer: Answer;
  readonly cites: readonly RequirementId[];
}

/**
 * The answers that all objections together allow, preferred first. Success is allowed only if every objection
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

/** Objections that forbid success come first, then those that do not prefer it, so that the first answer is preferred. */
function severity({ answers }: Objection): number {
  if (!answers.includes('Success')) return 0;
  return answers[0] === 'Success' ? 2 : 1;
}
