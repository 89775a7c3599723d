// How a variant of the reference service is made: its answers are bent where they are found, or where they are sent.

import type { Service } from '../api/service.js';
import type { Wire } from '../api/wire.js';
import type { Bend } from './bend.js';
import type { BendAnswers } from './bend-answers.js';

export type Bending =
  | { readonly bend: Bend; readonly bendAnswers?: undefined }
  | { readonly bendAnswers: BendAnswers; readonly bend?: undefined };

/** Several variants in one, the first nearest to the reference service. */
export interface Combined {
  readonly parts: readonly Bending[];
}

/** The variants in one, hosted anew; `host` puts a service behind the protocol. */
export function hostBent(
  { parts }: Combined,
  reference: Service<unknown>,
  host: (service: Service<unknown>) => Wire,
): Wire {
  const service = parts.reduce((inner, { bend }) => (bend === undefined ? inner : bend(inner)), reference);
  return parts.reduce(
    (inner, { bendAnswers }) => (bendAnswers === undefined ? inner : bendAnswers(inner)),
    host(service),
  );
}
