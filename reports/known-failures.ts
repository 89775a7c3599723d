// The failures that the baseline has, in words.

import type { CheckReport, FailureReport } from '../harness/files/report.js';

export interface KnownFailure {
  readonly check: string;
  readonly signature: string;
  readonly known: NonNullable<FailureReport['known']>;
}

export function knownFailuresOf({ id, failures }: CheckReport): readonly KnownFailure[] {
  return failures.flatMap(({ signature, known }) => (known === undefined ? [] : [{ check: id, signature, known }]));
}

/** Why a failure is accepted, and where it is followed up. */
export function knownWords({ known: { state, reason, issue } }: Pick<KnownFailure, 'known'>): string {
  const changed = state === 'changed' ? 'failed in another way before; ' : '';
  return `${changed}${reason}${issue === null ? '' : ` (${issue})`}`;
}
