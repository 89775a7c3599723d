// A client with one fault, or with one freedom: the correct plain client, bent in one part.

import type { SdkRequirementId } from '../catalogue/sdk-requirements.js';
import type { ClientParts } from './plain-client/parts.js';

/** What a bend does to the correct parts. */
export type BendClient = (correct: ClientParts) => Partial<ClientParts>;

export interface SdkDeviant {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: SdkRequirementId;
  /** The id of the check that must catch it. */
  readonly killedBy: string;
  readonly bend: BendClient;
}

export interface SdkTwin {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: SdkRequirementId;
  readonly bend: BendClient;
}
