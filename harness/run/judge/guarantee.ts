// What a single answer can be judged for.

import type { Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';

export interface Guarantee {
  readonly text: string;
  readonly judge: (outcome: Outcome, call: ApiCall) => Judgement;
}

export type Judgement =
  /** The guarantee is about other answers, so this one shows nothing. */
  | { readonly kind: 'silent' }
  /** The target lacks what the guarantee is about. */
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'kept'; readonly note?: string | undefined }
  /** `actual` if the answer as text does not show the fault. */
  | { readonly kind: 'broken'; readonly expected: readonly string[]; readonly actual?: string | undefined };
