// The failures of a report that are in the baseline, in words.

import type { CheckReport, FailureReport } from '../harness/files/report.js';

export interface KnownFailure {
  readonly check: string;
  readonly signature: string;
  readonly known: NonNullable<FailureReport['known']>;
}

export function knownFailuresOf({ id, failures }: CheckReport): readonly KnownFailure[] {
  return failures.flatMap(({ signature, known }) => (known === undefined ? [] : [{ check: id, signature, known }]));
}

/** Why a failure is accepted, and the issue that tracks it. */
export function knownWords({ known: { state, reason, issue } }: Pick<KnownFailure, 'known'>): string {
  const changed = state === 'changed' ? 'failed in another way before; ' : '';
  return `${changed}${reason}${issue === null ? '' : ` (${issue})`}`;
}
