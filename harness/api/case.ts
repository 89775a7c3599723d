// One generated example of a check, as plain data: it can be shrunk, saved to a file and replayed on any target.
// Texts may carry tokens that are filled in for the CAs at hand when a call is made; see `render-case.ts`.

import type { RequirementId } from '../catalogue/index.js';
import type { Answer } from '../catalogue/requirement.js';
import type { Call } from './raw-request.js';
import type { Schedule } from './schedule.js';

/** The CA a case starts from: `usable` is any state in which the target lets policies be put. */
export type GivenAuthority = 'usable' | 'PENDING_CERTIFICATE' | 'ACTIVE';

/** The single guarantees that a step can be judged for; `guarantees.ts` has the words and the predicate of each. */
export const guaranteeNames = [
  'status-400',
  'declared-error',
  'no-output',
  'policy-is-string',
  'message-is-string',
  'error-is-named',
  'named-client-error',
  'accepted',
  'answer-in-protocol',
] as const;

export type GuaranteeName = (typeof guaranteeNames)[number];

export interface Step {
  /**
   * A `control` step shows that the surroundings are good: where it does not succeed, the case observes nothing.
   * A `subject` step is what the check judges.
   */
  readonly role: 'control' | 'subject';
  readonly operation: Call;
  /** The requirement that the input of the step is about, where it is made to break or to try one. */
  readonly requirement?: RequirementId | undefined;
  /** The acceptable answers of a flaw, preferred first; without them the oracle alone decides. */
  readonly acceptable?: readonly [Answer, ...Answer[]] | undefined;
  /**
   * The one guarantee that the answer is judged for, instead of by the oracle: a fault of another kind is not blamed on
   * it. A hand-made request without one is a control.
   */
  readonly guarantee?: GuaranteeName | undefined;
}

export interface Case {
  /** The input class that the case stands for: the id of a flaw, template, boundary or situation. */
  readonly inputClass: string;
  /** One entry for each CA that the steps speak of: `{{ca0.arn}}`, `{{ca1.arn}}`. */
  readonly given: readonly GivenAuthority[];
  /** Whether the CAs must never have carried a policy. */
  readonly fresh?: boolean | undefined;
  /** The calls, one after another. A case has these or a schedule. */
  readonly steps: readonly Step[];
  /** Calls that may overlap; they are judged together, by what all of them were answered. */
  readonly schedule?: Schedule | undefined;
  /** The one edit that separates the flawed value from the accepted control, in words. */
  readonly edit?: string | undefined;
}
