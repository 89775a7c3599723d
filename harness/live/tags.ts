// The tags that mark the CAs of the suite: the run, and its latest end.

import type { Tag } from '../api/operation.js';

/** On every CA that the suite created or may use. Its value is the id of a run; on a CA that the user tagged, any value. */
export const suiteTag = 'pca-conformance';

/** The latest end of the run that uses the CA, as an ISO date; absent if no run uses it. */
export const leaseTag = 'pca-conformance-until';

export interface TaggedAuthority {
  readonly arn: string;
  readonly status: string;
  /** Empty if it has none. */
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

/** Whether a run may still use the CA; also true if the date is unreadable, so that the CA is left alone. */
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
