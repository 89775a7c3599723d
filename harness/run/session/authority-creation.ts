// Creates one CA over the API, in the wanted state.

import { activateAuthority } from '../../api/activate-authority.js';
import type { Operation, OperationOf, Tag, UsageMode } from '../../api/operation.js';
import { isAnswer, type Outcome } from '../../api/outcome.js';
import { isNotFound, statusIn } from './authority-removal.js';
import type { Caller } from './caller/caller.js';
import type { Clock } from './clock.js';
import { describeAnswer } from '../judge/answer-words.js';
import { settlePollMs, type Settling } from './settling.js';

/** How often the state of a new CA is read, and the pause between. */
const creationPolls = 60;
const creationPollMs = 1_000;

/** This target provides no CA in the wanted state. */
export class UnavailableAuthority extends Error {
  override readonly name = 'UnavailableAuthority';
  constructor(
    message: string,
    /** False if one may be available another time: a call had no answer, or CAs could be created before. */
    readonly isLasting = true,
  ) {
    super(message);
  }
}

export interface CreationContext {
  readonly caller: Caller;
  readonly clock: Clock;
  /** For how long a read may lag behind the creation. */
  readonly settling: Settling;
}

/**
 * A pending CA is subordinate, with the general purpose that a CA has by default, as in the live test
 * behind ST-05; one to be activated is a root, so that it can sign itself.
 */
export function creationOf(
  name: string,
  wanted: 'PENDING_CERTIFICATE' | 'ACTIVE',
  { tags, usageMode }: { readonly tags: readonly Tag[]; readonly usageMode?: UsageMode | undefined },
): OperationOf<'CreateCertificateAuthority'> {
  return {
    kind: 'CreateCertificateAuthority',
    input: {
      CertificateAuthorityType: wanted === 'ACTIVE' ? 'ROOT' : 'SUBORDINATE',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: name },
      },
      ...(usageMode === undefined ? {} : { UsageMode: usageMode }),
      IdempotencyToken: name,
      Tags: tags,
    },
  };
}

/** The ARN in the answer to a creation. Throws UnavailableAuthority if it has none. */
export function arnMadeBy(create: Operation, outcome: Outcome): string {
  return textMember(requireSuccess(create, outcome), 'CertificateAuthorityArn', create.kind);
}

/** Brings a new CA into the state that is wanted. Throws UnavailableAuthority if it does not get there. */
export async function bringInto(
  context: CreationContext,
  arn: string,
  wanted: 'PENDING_CERTIFICATE' | 'ACTIVE',
): Promise<void> {
  let status = await settledStatusOf(context, arn, wanted === 'ACTIVE' ? ['PENDING_CERTIFICATE', 'ACTIVE'] : [wanted]);
  if (wanted === 'ACTIVE' && status !== 'ACTIVE') {
    await activateAuthority(arn, (operation, member) => ask(context, operation, member));
    status = await settledStatusOf(context, arn, ['ACTIVE']);
  }
  if (status !== wanted) {
    throw new UnavailableAuthority(`a new CA should be in state ${wanted}, and the target says ${status}`);
  }
}

/** Sends an operation of an activation; a certificate is issued some time after the call that requests it. */
async function ask({ caller, clock }: CreationContext, operation: Operation, member?: string): Promise<string> {
  let outcome = await caller.call(operation);
  for (let poll = 1; isInProgress(outcome) && poll < creationPolls; poll += 1) {
    await clock.pause(creationPollMs);
    outcome = await caller.call(operation);
  }
  requireSuccess(operation, outcome);
  return member === undefined ? '' : textMember(outcome, member, operation.kind);
}

function isInProgress(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'RequestInProgressException';
}

function requireSuccess(operation: Operation, outcome: Outcome): Outcome {
  if (outcome.kind === 'success') return outcome;
  const isLasting = isAnswer(outcome) || outcome.kind === 'not-implemented';
  throw new UnavailableAuthority(`${operation.kind} was answered with ${describeAnswer(outcome)}`, isLasting);
}

function textMember(outcome: Outcome, member: string, operation: string): string {
  const value = outcome.kind === 'success' ? outcome.output[member] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new UnavailableAuthority(`the answer to ${operation} carries no ${member}`);
}

/** The state of a CA once it is no longer being created, and reads show what was done to it. */
async function settledStatusOf(
  { caller, clock, settling }: CreationContext,
  arn: string,
  expected: readonly string[],
): Promise<string> {
  const describe: Operation = { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } };
  const lateUntilMs = clock.nowMs() + settling.allowanceMs();
  let waits = 0;
  for (let poll = 1; ;) {
    const outcome = await caller.call(describe);
    const mayBeLate = clock.nowMs() < lateUntilMs;
    if (!(mayBeLate && isNotFound(outcome))) requireSuccess(describe, outcome);
    const status = statusIn(outcome) ?? 'nothing of its state';
    if (status === 'CREATING' && poll < creationPolls) {
      poll += 1;
      await clock.pause(creationPollMs);
      continue;
    }
    const isExpected = expected.includes(status);
    if (isExpected || !mayBeLate) {
      if (waits > 0) settling.waited(isExpected);
      return status;
    }
    waits += 1;
    await clock.pause(settlePollMs);
  }
}
