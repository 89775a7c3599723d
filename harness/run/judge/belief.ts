// What is known about the service in the middle of a case, and the verdict on one answer.

import type { Operation } from '../../api/operation.js';
import type { PrincipalName, Principals } from '../../api/principal.js';
import type { ApiCall } from '../../api/raw-request.js';
import type { HistoryPicture } from '../../linearizability/picture.js';
import type { ServiceState } from '../../model/state/state.js';
import type { CaseEvent, Citation } from './citations.js';
import type { Decision, GivenAnswer } from './decision.js';

/** What is known about the service in the middle of a case. */
export interface Belief {
  /** Every state that explains the answers so far. */
  readonly states: readonly ServiceState[];
  /** False once a control read did not return what had been put: reads are then compared with reads. */
  readonly readsAreFaithful: boolean;
  /** Whether a read may be compared with the policy in `states`. */
  readonly policyIsKnown: boolean;
  /** The last judged change, and whether it was accepted. */
  readonly lastChange?: { readonly operation: ApiCall; readonly accepted: boolean } | undefined;
  /** The last answer to each call, by the key of the call; absent where none was made. */
  readonly answers?: readonly GivenAnswer[] | undefined;
  /** The decisions about calls so far. */
  readonly asks: readonly Ask[];
  /** The principals of the target. */
  readonly principals: Principals;
  /** The calls so far, which decide what a wrong answer breaks. */
  readonly events: readonly CaseEvent[];
  /** The forms of policies that the target accepted before in the run. */
  readonly acceptedForms: ReadonlySet<string>;
}

/** A decision about a call that was seen. */
export interface Ask {
  readonly operation: Operation;
  readonly as: PrincipalName | undefined;
  readonly seen: Decision;
  /** Whether the caller is of another account than the CA. */
  readonly isForeign: boolean;
  /** How many changes of policies came before. */
  readonly changes: number;
}

export type StepVerdict =
  /** `differs`: the answer is allowed, but is not one of those that are inferred. */
  | { readonly kind: 'fits'; readonly note?: string | undefined; readonly differs?: true | undefined }
  /** A control did not succeed, although the evidence allows it to fail, so that the case observes nothing. */
  | { readonly kind: 'control-failed'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'not-implemented'; readonly reason: string }
  | { readonly kind: 'violates'; readonly violation: Violation };

export interface Violation extends Partial<Citation> {
  /** The broken guarantee as text. */
  readonly guarantee: string;
  readonly expected: readonly string[];
  readonly actual: string;
  /** The differences between the expected policy and the one returned. */
  readonly differences: readonly string[];
  /** If calls could overlap: those that show it. */
  readonly history?: HistoryPicture | undefined;
}
