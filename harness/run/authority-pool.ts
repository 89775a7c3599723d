// The CAs of a run: made over the API when a check needs one, handed out, taken back, and removed at the end.

import type { GivenAuthority } from '../api/case.js';
import type { CertificateAuthorityStatus, Operation, OperationOf } from '../api/operation.js';
import { isAnswer, type Outcome } from '../api/outcome.js';
import { parseAuthorityArn } from '../api/resource-arn.js';
import type { Caller } from './caller.js';
import type { Clock } from './clock.js';
import { describeAnswer } from './judge.js';

/** How often a CA in creation is looked at, and with what pause between. */
const creationPolls = 60;
const creationPollMs = 1_000;

export interface Authority {
  readonly arn: string;
  readonly status: CertificateAuthorityStatus;
  /** Whether it never carried a policy. */
  readonly fresh: boolean;
  /** How many connections had been lost before it was made. Once there are more, the target may have forgotten it. */
  readonly lossesBefore: number;
}

/** A CA that could not be removed, or whose removal could not be verified. */
export interface Leftover {
  readonly arn: string;
  readonly reason: string;
  /** False where the target had stopped answering, so that nobody can tell. */
  readonly answered: boolean;
}

/** No CA in the wanted state can be had from this target. */
export class UnavailableAuthority extends Error {
  override readonly name = 'UnavailableAuthority';
  constructor(
    message: string,
    /** False where a call on the way had no answer, so that another time it may succeed. */
    readonly answered = true,
  ) {
    super(message);
  }
}

export interface LeaseOptions {
  /** Whether the CA must never have carried a policy. */
  readonly fresh: boolean;
  /** For how long nothing may have been done to one that has, in milliseconds. */
  readonly idleForMs?: number | undefined;
}

export interface AuthorityPool {
  /** Throws UnavailableAuthority where the target cannot make such a CA. */
  lease(given: GivenAuthority, options: LeaseOptions): Promise<Authority>;
  /** Takes back a CA in the state in which it was leased, without a policy. */
  release(authority: Authority): void;
  /** Removes every CA that was made, and reports the ones that remain. */
  removeAll(): Promise<readonly Leftover[]>;
  authorityCount(): number;
}

export interface PoolOptions {
  readonly caller: Caller;
  /** Names the CAs of this run: part of their common name, tag and idempotency tokens. */
  readonly runId: string;
  readonly clock: Clock;
  /** The state in which this target lets policies be put. */
  readonly usableStatus: () => 'PENDING_CERTIFICATE' | 'ACTIVE';
  readonly onEvent: (event: { readonly event: string; readonly arn: string; readonly detail?: string }) => void;
  /** The CAs of an earlier part of the run, which are removed with those of this one. */
  readonly adopted?: readonly string[] | undefined;
}

export function createAuthorityPool(options: PoolOptions): AuthorityPool {
  const { caller, clock } = options;
  const isCertain = ({ lossesBefore }: Authority): boolean => lossesBefore === caller.losses().calls;
  const idle: (Authority & { readonly sinceMs: number })[] = [];
  const made: Made = { begun: 0, authorities: [...(options.adopted ?? [])], unanswered: [] };
  return {
    async lease(given, { fresh, idleForMs = 0 }) {
      const wanted = given === 'usable' ? options.usableStatus() : given;
      const untilMs = clock.nowMs() - idleForMs;
      if (idle.some((authority) => !isCertain(authority))) idle.splice(0, idle.length, ...idle.filter(isCertain));
      const index = idle.findIndex(
        (authority) => authority.status === wanted && (authority.fresh || (!fresh && authority.sinceMs <= untilMs)),
      );
      const [found] = index < 0 ? [] : idle.splice(index, 1);
      if (found !== undefined) return found;
      return makeAuthority(options, wanted, made);
    },
    release(authority) {
      if (isCertain(authority)) idle.push({ ...authority, sinceMs: clock.nowMs() });
    },
    async removeAll() {
      const leftovers: Leftover[] = [];
      await findUnanswered(caller, made);
      let answers = true;
      for (const arn of made.authorities.splice(0)) {
        const removal: Removal = answers
          ? await removeAuthority(caller, arn)
          : notRemoved('the target stopped answering');
        answers = removal.answered;
        const { reason } = removal;
        options.onEvent({ event: reason === undefined ? 'ca-removed' : 'ca-left-over', arn, detail: reason ?? '' });
        if (reason !== undefined) leftovers.push({ arn, reason, answered: removal.answered });
      }
      return leftovers;
    },
    authorityCount: () => made.authorities.length,
  };
}

/** What was made, or may have been. */
interface Made {
  /** How many creations were begun: the name of each is its own, also where checks overlap. */
  begun: number;
  readonly authorities: string[];
  /** Creations of which nobody knows whether they took effect. */
  readonly unanswered: OperationOf<'CreateCertificateAuthority'>[];
}

/** A pending CA is subordinate, as in the live test behind ST-05; one to be activated is a root, to sign itself. */
async function makeAuthority(
  options: PoolOptions,
  wanted: 'PENDING_CERTIFICATE' | 'ACTIVE',
  made: Made,
): Promise<Authority> {
  made.begun += 1;
  const lossesBefore = options.caller.losses().calls;
  const create = creationOf(options.runId, made.begun, wanted);
  const outcome = await options.caller.callToItsEnd(create);
  if (!isAnswer(outcome)) made.unanswered.push(create);
  const created = requireSuccess(create, outcome);
  const arn = textMember(created, 'CertificateAuthorityArn', 'CreateCertificateAuthority');
  made.authorities.push(arn);
  options.onEvent({ event: 'ca-created', arn });
  let status = await settledStatusOf(options, arn);
  if (wanted === 'ACTIVE' && status !== 'ACTIVE') {
    await activate(options.caller, arn);
    status = await settledStatusOf(options, arn);
  }
  if (status !== wanted) {
    throw new UnavailableAuthority(`a new CA should be in state ${wanted}, and the target says ${status}`);
  }
  return { arn, status: wanted, fresh: true, lossesBefore };
}

function creationOf(
  runId: string,
  count: number,
  wanted: 'PENDING_CERTIFICATE' | 'ACTIVE',
): OperationOf<'CreateCertificateAuthority'> {
  const name = `${runId}-${count}`;
  return {
    kind: 'CreateCertificateAuthority',
    input: {
      CertificateAuthorityType: wanted === 'ACTIVE' ? 'ROOT' : 'SUBORDINATE',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: name },
      },
      UsageMode: 'SHORT_LIVED_CERTIFICATE',
      IdempotencyToken: name,
      Tags: [{ Key: 'pca-conformance', Value: runId }],
    },
  };
}

/** So many creations in a row that are not answered at the end of a run either: the others would not be. */
const patience = 3;

/** The same token brings back the ARN of a CA whose creation was never answered. */
async function findUnanswered(caller: Caller, made: Made): Promise<void> {
  let silent = 0;
  for (const create of made.unanswered.splice(0)) {
    if (silent === patience) return;
    const outcome = await caller.callAnyway(create);
    silent = isAnswer(outcome) ? 0 : silent + 1;
    const arn = outcome.kind === 'success' ? outcome.output['CertificateAuthorityArn'] : undefined;
    if (typeof arn === 'string') made.authorities.push(arn);
  }
}

/** Makes a root CA sign and install its own certificate. */
async function activate(caller: Caller, arn: string): Promise<void> {
  const authority = { CertificateAuthorityArn: arn };
  const partition = parseAuthorityArn(arn)?.partition ?? 'aws';
  const csr = await expectSuccess(caller, { kind: 'GetCertificateAuthorityCsr', input: authority });
  const issued = await expectSuccess(caller, {
    kind: 'IssueCertificate',
    input: {
      ...authority,
      Csr: Buffer.from(textMember(csr, 'Csr', 'GetCertificateAuthorityCsr')),
      SigningAlgorithm: 'SHA256WITHECDSA',
      TemplateArn: `arn:${partition}:acm-pca:::template/RootCACertificate/V1`,
      Validity: { Value: 7, Type: 'DAYS' },
    },
  });
  const certificate = await expectSuccess(caller, {
    kind: 'GetCertificate',
    input: { ...authority, CertificateArn: textMember(issued, 'CertificateArn', 'IssueCertificate') },
  });
  await expectSuccess(caller, {
    kind: 'ImportCertificateAuthorityCertificate',
    input: { ...authority, Certificate: Buffer.from(textMember(certificate, 'Certificate', 'GetCertificate')) },
  });
}

async function expectSuccess(caller: Caller, operation: Operation): Promise<Outcome> {
  return requireSuccess(operation, await caller.call(operation));
}

function requireSuccess(operation: Operation, outcome: Outcome): Outcome {
  if (outcome.kind === 'success') return outcome;
  const answered = isAnswer(outcome) || outcome.kind === 'not-implemented';
  throw new UnavailableAuthority(`${operation.kind} was answered with ${describeAnswer(outcome)}`, answered);
}

function textMember(outcome: Outcome, member: string, operation: string): string {
  const value = outcome.kind === 'success' ? outcome.output[member] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new UnavailableAuthority(`the answer to ${operation} carries no ${member}`);
}

/** The state of a CA once it is no longer being created. */
async function settledStatusOf({ caller, clock }: PoolOptions, arn: string): Promise<string> {
  for (let poll = 1; ; poll += 1) {
    const outcome = await expectSuccess(caller, {
      kind: 'DescribeCertificateAuthority',
      input: { CertificateAuthorityArn: arn },
    });
    const status = statusIn(outcome) ?? 'nothing of its state';
    if (status !== 'CREATING' || poll === creationPolls) return status;
    await clock.pause(creationPollMs);
  }
}

function statusIn(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'success') return undefined;
  const described = outcome.output['CertificateAuthority'];
  if (typeof described !== 'object' || described === null || !('Status' in described)) return undefined;
  return typeof described.Status === 'string' ? described.Status : undefined;
}

interface Removal {
  /** What went wrong; absent where the CA is gone. */
  readonly reason?: string | undefined;
  readonly answered: boolean;
}

/** Deletes a CA with the shortest window and looks whether it is gone. */
async function removeAuthority(caller: Caller, arn: string): Promise<Removal> {
  const named = { CertificateAuthorityArn: arn };
  const describe: Operation = { kind: 'DescribeCertificateAuthority', input: named };
  const before = await caller.callAnyway(describe);
  if (isGone(before)) return { answered: true };
  if (!isAnswer(before)) return notRemoved(describeAnswer(before));
  if (statusIn(before) === 'ACTIVE') {
    await caller.callAnyway({ kind: 'UpdateCertificateAuthority', input: { ...named, Status: 'DISABLED' } });
  }
  const deleted = await caller.callAnyway({
    kind: 'DeleteCertificateAuthority',
    input: { ...named, PermanentDeletionTimeInDays: 7 },
  });
  if (!isAnswer(deleted)) return notRemoved(describeAnswer(deleted));
  const after = await caller.callAnyway(describe);
  if (isGone(after)) return { answered: true };
  const reason =
    deleted.kind === 'success'
      ? `its removal was accepted, and then it was described with ${statusIn(after) ?? describeAnswer(after)}`
      : `its removal was answered with ${describeAnswer(deleted)}`;
  return { answered: true, reason };
}

function notRemoved(reason: string): Removal {
  return { answered: false, reason };
}

function isGone(outcome: Outcome): boolean {
  if (outcome.kind === 'service-error') return outcome.error === 'ResourceNotFoundException';
  return statusIn(outcome) === 'DELETED';
}
