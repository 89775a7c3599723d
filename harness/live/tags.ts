// The tags by which the suite knows its own CAs: whose run it is, and until when that run may be alive.

import type { Tag } from '../api/operation.js';

/** On every CA that the suite made or may use; its value is the id of a run, or anything on a CA that the user tagged. */
export const suiteTag = 'pca-conformance';

/** Until when at the latest the run of the CA is alive, as an ISO date; absent where no run uses it. */
export const leaseTag = 'pca-conformance-until';

export interface TaggedAuthority {
  readonly arn: string;
  readonly status: string;
  /** Empty where it has none. */
  readonly commonName: string;
  readonly tags: readonly Tag[];
}

/** Colons are allowed in the values of tags. */
export function leaseTags(runId: string, untilMs: number): readonly Tag[] {
  return [
    { Key: suiteTag, Value: runId },
    { Key: leaseTag, Value: new Date(untilMs).toISOString() },
  ];
}

/** Also where nobody can read until when: such a CA is left alone. */
export function isLeaseAlive(tags: readonly Tag[], nowMs: number): boolean {
  const until = tags.find(({ Key }) => Key === leaseTag)?.Value;
  if (until === undefined) return false;
  const untilMs = Date.parse(until);
  return Number.isNaN(untilMs) || untilMs > nowMs;
}

/** The run that a CA belongs to. */
export function runOf(tags: readonly Tag[]): string | undefined {
  return tags.find(({ Key }) => Key === suiteTag)?.Value;
}
