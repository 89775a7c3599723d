// How a variant of the reference service is made: its answers are bent where they are found, or where they are sent.

import type { Service } from '../api/service.js';
import type { Wire } from '../api/wire.js';
import type { Bend } from './bend.js';
import type { BendAnswers } from './bend-answers.js';

export type Bending =
  | { readonly bend: Bend; readonly bendAnswers?: undefined }
  | { readonly bendAnswers: BendAnswers; readonly bend?: undefined };

/** The variant, hosted anew; `host` puts a service behind the protocol. */
export function hostBent(
  { bend, bendAnswers }: Bending,
  reference: Service<unknown>,
  host: (service: Service<unknown>) => Wire,
): Wire {
  return bend === undefined ? bendAnswers(host(reference)) : host(bend(reference));
}
