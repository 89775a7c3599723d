// Uses CAs that the user provides for a run, and releases them with the policies that they had before.

import { policyTextOf } from '../api/outcome.js';
import type { CertificateAuthorityStatus } from '../api/operation.js';
import { UnavailableAuthority } from '../run/session/authority-creation.js';
import type { Authority, Leftover } from '../run/session/authority-pool.js';
import { isNotFound, statusIn } from '../run/session/authority-removal.js';
import type { Caller } from '../run/session/caller/caller.js';
import type { Clock } from '../run/session/clock.js';
import { describeAnswer } from '../run/judge/answer-words.js';
import type { ProvidedAuthorities } from '../run/session/session.js';
import { settlePollMs } from '../run/session/settling.js';
import type { Journal } from './journal.js';
import { leaseTag } from './tags.js';

export interface ProvidedAuthoritiesOptions {
  readonly arns: readonly string[];
  readonly journal: Pick<Journal, 'borrowed' | 'returned'>;
  /** The latest end of the run, in milliseconds since 1970. */
  readonly untilMs: number;
  readonly clock: Clock;
  /** How long a read may lag behind a change. */
  readonly lagMs: number;
}

export function createProvidedAuthorities({
  arns,
  journal,
  untilMs,
  ...waiting
}: ProvidedAuthoritiesOptions): ProvidedAuthorities {
  const begun: Borrowed[] = [];
  return {
    async begin(caller) {
      const authorities: Authority[] = [];
      for (const arn of arns) {
        const { policy, status } = await look(caller, arn);
        journal.borrowed(arn, policy);
        begun.push({ arn, policy });
        const Tags = [{ Key: leaseTag, Value: new Date(untilMs).toISOString() }];
        await succeed(caller.call({ kind: 'TagCertificateAuthority', input: { CertificateAuthorityArn: arn, Tags } }));
        await succeed(caller.call({ kind: 'DeletePolicy', input: { ResourceArn: arn } }));
        authorities.push({ arn, status, fresh: false, isProvided: true, lossesBefore: 0 });
      }
      return authorities;
    },
    async end(caller) {
      const leftovers: Leftover[] = [];
      for (const borrowed of begun) {
        const reason = await release(caller, borrowed, waiting);
        if (reason === undefined) journal.returned(borrowed.arn);
        else leftovers.push({ arn: borrowed.arn, reason, answered: true });
      }
      return leftovers;
    },
  };
}

export interface Borrowed {
  readonly arn: string;
  /** Null if it had none. */
  readonly policy: string | null;
}

async function look(
  caller: Caller,
  arn: string,
): Promise<{ readonly policy: string | null; readonly status: CertificateAuthorityStatus }> {
  const described = await caller.call({
    kind: 'DescribeCertificateAuthority',
    input: { CertificateAuthorityArn: arn },
  });
  const status = statusIn(described);
  const read = await caller.call({ kind: 'GetPolicy', input: { ResourceArn: arn } });
  const policy = policyTextOf(read) ?? null;
  if (policy === null && !isNotFound(read)) {
    throw new UnavailableAuthority(`the policy of a CA of --ca-arn cannot be read: ${describeAnswer(read)}`);
  }
  if (status === 'PENDING_CERTIFICATE' || status === 'ACTIVE') return { policy, status };
  throw new UnavailableAuthority(`a CA of --ca-arn was described with ${status ?? describeAnswer(described)}`);
}

async function succeed(call: ReturnType<Caller['call']>): Promise<void> {
  const outcome = await call;
  if (outcome.kind === 'success') return;
  throw new UnavailableAuthority(`a CA of --ca-arn cannot be used: ${describeAnswer(outcome)}`);
}

/** Restores the policy, compares the returned bytes, and removes the lease tag. Returns what went wrong, if anything. */
export async function release(
  caller: Pick<Caller, 'callAnyway'>,
  { arn, policy }: Borrowed,
  { clock, lagMs }: Pick<ProvidedAuthoritiesOptions, 'clock' | 'lagMs'>,
): Promise<string | undefined> {
  const named = { ResourceArn: arn };
  const restored = await caller.callAnyway(
    policy === null
      ? { kind: 'DeletePolicy', input: named }
      : { kind: 'PutPolicy', input: { ...named, Policy: policy } },
  );
  if (restored.kind !== 'success') return `its policy was not restored: ${describeAnswer(restored)}`;
  const untilMs = clock.nowMs() + lagMs;
  for (;;) {
    const read = await caller.callAnyway({ kind: 'GetPolicy', input: named });
    if (policy === null ? isNotFound(read) : policyTextOf(read) === policy) break;
    if (clock.nowMs() >= untilMs) return 'its policy is not what it was before';
    await clock.pause(settlePollMs);
  }
  const Tags = [{ Key: leaseTag }];
  const untagged = await caller.callAnyway({
    kind: 'UntagCertificateAuthority',
    input: { CertificateAuthorityArn: arn, Tags },
  });
  return untagged.kind === 'success' ? undefined : `its tag ${leaseTag} was not removed: ${describeAnswer(untagged)}`;
}
