// A client with one fault, or with one freedom: the correct plain client, mutated in one part.

import type { SdkRequirementId } from '../catalogue/sdk-requirements.js';
import type { ClientParts } from './plain-client/parts.js';

/** What a mutate does to the correct parts. */
export type ClientMutation = (correct: ClientParts) => Partial<ClientParts>;

export interface ClientMutant {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: SdkRequirementId;
  /** The id of the check that must catch it. */
  readonly killedBy: string;
  readonly mutate: ClientMutation;
}

export interface ClientVariant {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: SdkRequirementId;
  readonly mutate: ClientMutation;
}
