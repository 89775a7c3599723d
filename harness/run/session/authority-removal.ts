// Removes a CA by its exact ARN, and verifies that it is gone.

import type { Operation } from '../../api/operation.js';
import { isAnswer, type Outcome } from '../../api/outcome.js';
import { restorationDays } from '../../api/quotas.js';
import type { Caller } from './caller/caller.js';
import type { Clock } from './clock.js';
import { describeAnswer } from '../judge/answer-words.js';
import { settlePollMs, type Settling } from './settling.js';
import { isAboutCaller } from './transients.js';

export interface RemovalContext {
  readonly caller: Pick<Caller, 'callAnyway'>;
  readonly clock: Clock;
  /** For how long a read may lag behind the removal. */
  readonly settling: Settling;
}

export interface Removal {
  /** What went wrong; absent if the CA is gone. */
  readonly reason?: string | undefined;
  /** False if the target had stopped answering or refuses the credentials, so that it is unknown. */
  readonly answered: boolean;
  /** Whether the target has no operation to remove CAs. */
  readonly isImpossible?: boolean | undefined;
}

/** Deletes it with the shortest window. Reads may be stale, so everything is repeated until the CA is gone. */
export async function removeAuthority(context: RemovalContext, arn: string): Promise<Removal> {
  const { clock, settling } = context;
  const untilMs = clock.nowMs() + settling.allowanceMs();
  let removal = await tryToRemove(context, arn);
  if (isOver(removal) || clock.nowMs() >= untilMs) return removal;
  while (!isOver(removal) && clock.nowMs() < untilMs) {
    await clock.pause(settlePollMs);
    removal = await tryToRemove(context, arn);
  }
  settling.waited(removal.reason === undefined);
  return removal;
}

function isOver({ reason, answered, isImpossible }: Removal): boolean {
  return reason === undefined || !answered || isImpossible === true;
}

async function tryToRemove({ caller, settling }: RemovalContext, arn: string): Promise<Removal> {
  const named = { CertificateAuthorityArn: arn };
  const describe: Operation = { kind: 'DescribeCertificateAuthority', input: named };
  const before = await caller.callAnyway(describe);
  // If reads lag, a CA that was just created is not found either.
  if (statusIn(before) === 'DELETED' || (isNotFound(before) && settling.allowanceMs() === 0)) return { answered: true };
  if (tellsNothing(before)) return notRemoved(describeAnswer(before));
  if (statusIn(before) === 'ACTIVE') {
    await caller.callAnyway({ kind: 'UpdateCertificateAuthority', input: { ...named, Status: 'DISABLED' } });
  }
  const deleted = await caller.callAnyway({
    kind: 'DeleteCertificateAuthority',
    input: { ...named, PermanentDeletionTimeInDays: restorationDays },
  });
  if (deleted.kind === 'not-implemented') {
    const reason = `the target has no operation to remove CAs: ${describeAnswer(deleted)}`;
    return { answered: true, reason, isImpossible: true };
  }
  if (tellsNothing(deleted)) return notRemoved(describeAnswer(deleted));
  if (isNotFound(before) && isNotFound(deleted)) return { answered: true };
  const after = await caller.callAnyway(describe);
  if (isGone(after)) return { answered: true };
  const reason =
    deleted.kind === 'success'
      ? `its removal was accepted, and then it was described with ${statusIn(after) ?? describeAnswer(after)}`
      : `its removal was answered with ${describeAnswer(deleted)}`;
  return { answered: true, reason };
}

/** Without an answer, or if the credentials are refused, the fate of a CA is unknown. */
function tellsNothing(outcome: Outcome): boolean {
  return !isAnswer(outcome) || isAboutCaller(outcome);
}

export function notRemoved(reason: string): Removal {
  return { answered: false, reason };
}

export function statusIn(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'success') return undefined;
  const described = outcome.output['CertificateAuthority'];
  if (typeof described !== 'object' || described === null || !('Status' in described)) return undefined;
  return typeof described.Status === 'string' ? described.Status : undefined;
}

function isGone(outcome: Outcome): boolean {
  return isNotFound(outcome) || statusIn(outcome) === 'DELETED';
}

export function isNotFound(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'ResourceNotFoundException';
}
