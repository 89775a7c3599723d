// How a mutant or a variant of the reference service is implemented: either the service is mutated, or its answers on the wire.

import type { Service } from '../api/service.js';
import type { Wire } from '../api/wire.js';
import type { ServiceMutation } from './mutate.js';
import type { AnswerMutation } from './mutate-answers.js';

export type Mutation =
  | { readonly mutate: ServiceMutation; readonly mutateAnswers?: undefined }
  | { readonly mutateAnswers: AnswerMutation; readonly mutate?: undefined };

/** Several variants combined, the first nearest to the reference service. */
export interface Combined {
  readonly parts: readonly Mutation[];
}

/** The variants combined, hosted anew; `host` puts a service behind the protocol. */
export function hostMutated(
  { parts }: Combined,
  reference: Service<unknown>,
  host: (service: Service<unknown>) => Wire,
): Wire {
  const service = parts.reduce((inner, { mutate }) => (mutate === undefined ? inner : mutate(inner)), reference);
  return parts.reduce(
    (inner, { mutateAnswers }) => (mutateAnswers === undefined ? inner : mutateAnswers(inner)),
    host(service),
  );
}
