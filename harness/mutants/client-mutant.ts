// Mutants and variants of clients: the correct plain client, mutated in one part.

import type { CheckId, CheckName, ClientTopic } from '../catalogue/check-ids.js';
import type { SdkRequirementId } from '../catalogue/sdk-requirements.js';
import { named, type Named } from './named.js';
import type { ClientParts } from './plain-client/parts.js';

/** The parts of the correct client that a mutation replaces. */
export type ClientMutation = (correct: ClientParts) => Partial<ClientParts>;

export interface ClientFault<Check extends string> {
  /** The fault in a sentence. */
  readonly fault: string;
  readonly breaks: SdkRequirementId;
  /** The check that must catch it. */
  readonly killedBy: Check;
  readonly mutate: ClientMutation;
}

export type ClientMutant = ClientFault<CheckId<ClientTopic>>;

/** A table of clients that the checks of one topic notice; a row names its check without the topic. */
export function clientFaults<Topic extends ClientTopic>(
  topic: Topic,
  rows: Readonly<Record<string, ClientFault<CheckName<NoInfer<Topic>>>>>,
): readonly Named<ClientFault<`${Topic}/${CheckName<Topic>}`>>[] {
  return named(rows).map(({ killedBy, ...row }) => ({ ...row, killedBy: `${topic}/${killedBy}` as const }));
}

export interface ClientVariant {
  /** The freedom in a sentence. */
  readonly freedom: string;
  readonly permittedBy: SdkRequirementId;
  readonly mutate: ClientMutation;
}
