// Repairs a CA that a case disabled, deleted or put a policy on, if no other is created instead.

import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { isNotFound, statusIn } from './authority-removal.js';
import type { Caller } from './caller/caller.js';
import type { Clock } from './clock.js';
import { settlePollMs } from './settling.js';

export interface RepairContext {
  readonly caller: Pick<Caller, 'call'>;
  readonly clock: Clock;
  /** For how long a read may lag behind a change, in milliseconds. */
  readonly lagMs: number;
}

/** States in which a CA can be used again. */
export const usableStatuses = ['PENDING_CERTIFICATE', 'ACTIVE'] as const;
export type UsableStatus = (typeof usableStatuses)[number];

/** The state in which it can be used again, without a policy; undefined if it could not be repaired. */
export async function repairAuthority(context: RepairContext, arn: string): Promise<UsableStatus | undefined> {
  const { caller, clock, lagMs } = context;
  const named = { CertificateAuthorityArn: arn };
  const describe: Operation = { kind: 'DescribeCertificateAuthority', input: named };
  // Before, a read may show the state before the last change of the case.
  await clock.pause(lagMs);
  const untilMs = clock.nowMs() + lagMs;
  /** From deleted through disabled to active, with a final read. */
  for (let looks = 1; looks <= 4 || clock.nowMs() < untilMs; looks += 1) {
    const status = statusIn(await caller.call(describe));
    if (status === 'PENDING_CERTIFICATE' || status === 'ACTIVE') {
      return (await deletePolicy(context, arn)) ? status : undefined;
    }
    if (status === 'DELETED') await caller.call({ kind: 'RestoreCertificateAuthority', input: named });
    else if (status === 'DISABLED') {
      await caller.call({ kind: 'UpdateCertificateAuthority', input: { ...named, Status: 'ACTIVE' } });
    } else return undefined;
    if (looks >= 4) await clock.pause(settlePollMs);
  }
  return undefined;
}

/** Deletes the policy, and waits until reads show none. */
export async function clearPolicy({ caller, clock, lagMs }: RepairContext, arn: string): Promise<boolean> {
  if (!(await deletePolicy({ caller }, arn))) return false;
  await clock.pause(lagMs);
  return isNotFound(await readPolicy({ caller }, arn));
}

async function deletePolicy({ caller }: Pick<RepairContext, 'caller'>, arn: string): Promise<boolean> {
  const cleared = await caller.call({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
  return cleared.kind === 'success' || isNotFound(cleared);
}

export function readPolicy({ caller }: Pick<RepairContext, 'caller'>, arn: string): Promise<Outcome> {
  return caller.call({ kind: 'GetPolicy', input: { ResourceArn: arn } });
}
