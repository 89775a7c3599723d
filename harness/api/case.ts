// A case: one generated example of a check, as plain data that can be shrunk, saved to a file and replayed on any target.
// Its strings may contain tokens, which are filled in for the CAs of the run when a call is made; see `render-case.ts`.

import type { RequirementId } from '../catalogue/index.js';
import type { Answer } from '../catalogue/requirement.js';
import type { PrincipalName } from './principal.js';
import type { Protocol } from './protocol.js';
import type { ApiCall } from './raw-request.js';
import type { Schedule } from './schedule.js';

/** The state of a CA at the start of a case. `usable` is any state in which the target accepts PutPolicy. */
export type GivenAuthority = 'usable' | 'PENDING_CERTIFICATE' | 'ACTIVE';

/** The guarantees of answers in RPC v2 CBOR; `cbor-guarantees.ts` has the words and the predicate of each. */
const cborGuaranteeNames = [
  'answered-in-cbor',
  'served-in-cbor',
  'refused-by-client-error',
  'served-or-refused',
  'cbor-header',
  'cbor-policy-is-text',
  'cbor-no-output',
  'cbor-error',
  'cbor-shape-id',
  'cbor-error-is-named',
  'no-error-header',
  'any-answer',
  'same-as-before',
  'one-of-the-answers-before',
  'refused-for-its-signature',
  'refused-as-before',
] as const;

export type CborGuaranteeName = (typeof cborGuaranteeNames)[number];

/** The guarantees of decisions about calls; `judge-decision.ts` judges them. */
const accessGuaranteeNames = [
  'decided-by-policy',
  'decided-as-before',
  'decided-as-swapped',
  'allowed-if-before',
  'refused-if-before',
  'allowed-if-ever-before',
] as const;

export type AccessGuaranteeName = (typeof accessGuaranteeNames)[number];

export function isAccessGuarantee(name: GuaranteeName): name is AccessGuaranteeName {
  return accessGuaranteeNames.some((each) => each === name);
}

/** The guarantees for which a step can be judged; `guarantees.ts` has the message and the predicate of each. */
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
  'denied-by-name',
  'refused-first',
  'refused-by-signature-name',
  'tells-the-owner',
  'lists-no-authority',
  ...cborGuaranteeNames,
  ...accessGuaranteeNames,
] as const;

export type GuaranteeName = (typeof guaranteeNames)[number];

export interface Step {
  /**
   * A `control` step shows that the preconditions hold: if it does not succeed, the case is not observed.
   * A `subject` step is judged by the check.
   */
  readonly role: 'control' | 'subject';
  readonly operation: ApiCall;
  /** Who makes the call; the owner of the CAs unless stated. */
  readonly as?: PrincipalName | undefined;
  /** The protocol of a policy operation; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** The requirement that the input of the step violates or tests, if any. */
  readonly requirement?: RequirementId | undefined;
  /** The acceptable answers to a flaw, preferred first; without them only the oracle decides. */
  readonly acceptable?: readonly [Answer, ...Answer[]] | undefined;
  /**
   * The only guarantee for which the answer is judged, instead of by the oracle, so that the check does not fail for
   * another fault. A raw request without a guarantee is a control.
   */
  readonly guarantee?: GuaranteeName | undefined;
}

export interface Case {
  /** The id of the case's input class: a flaw, template, boundary or situation. */
  readonly inputClass: string;
  /** One entry for each CA that the steps name: `{{ca0.arn}}`, `{{ca1.arn}}`. */
  readonly given: readonly GivenAuthority[];
  /** Whether the CAs must never have had a policy. */
  readonly fresh?: boolean | undefined;
  /** The calls, one after the other. A case has either steps or a schedule. */
  readonly steps: readonly Step[];
  /** Calls that may overlap; they are judged together by all their answers. */
  readonly schedule?: Schedule | undefined;
  /** The edit that turns the accepted control into the flawed value, as a sentence. */
  readonly edit?: string | undefined;
}
