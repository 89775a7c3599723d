// The CAs of a run: made over the API when a check needs one, handed out, taken back, and removed at the end.

import type { GivenAuthority } from '../api/case.js';
import type { CertificateAuthorityStatus, OperationOf, Tag, UsageMode } from '../api/operation.js';
import { isAnswer } from '../api/outcome.js';
import { priceUsd } from '../api/prices.js';
import { arnMadeBy, bringInto, creationOf, UnavailableAuthority } from './authority-creation.js';
import { notRemoved, removeAuthority, type Removal } from './authority-removal.js';
import type { Caller } from './caller.js';
import type { Clock } from './clock.js';
import { createSettling, type Settling } from './settling.js';

export interface Authority {
  readonly arn: string;
  readonly status: CertificateAuthorityStatus;
  /** Whether it never carried a policy. */
  readonly fresh: boolean;
  /** How many connections had been lost before it was made. Once there are more, the target may have forgotten it. */
  readonly lossesBefore: number;
  /** Whether it belongs to the user, so that nothing but its policy may be changed. */
  readonly borrowed?: boolean | undefined;
}

/** A CA that could not be removed, or whose removal could not be verified. */
export interface Leftover {
  readonly arn: string;
  readonly reason: string;
  /** False where the target had stopped answering, so that nobody can tell. */
  readonly answered: boolean;
}

export interface LeaseOptions {
  /** Whether the CA must never have carried a policy. */
  readonly fresh: boolean;
  /** For how long nothing may have been done to one that has, in milliseconds. */
  readonly idleForMs?: number | undefined;
  /** Whether the case does more to the CA than to its policy. */
  readonly disposable?: boolean | undefined;
}

export interface AuthorityPool {
  /** Throws UnavailableAuthority where the target cannot make such a CA. */
  lease(given: GivenAuthority, options: LeaseOptions): Promise<Authority>;
  /** Takes back a CA in the state in which it was leased, without a policy. */
  release(authority: Authority): void;
  /** Removes every CA that was made, and reports the ones that remain. */
  removeAll(): Promise<readonly Leftover[]>;
  authorityCount(): number;
  /** At most what the CAs that were made have cost, where they are charged as AWS does. */
  costUsd(): number;
}

/** Told of every CA before and after, by what has to outlive a crash: each call returns once it is on the disk. */
export interface AuthorityJournal {
  /** `name` is the common name and the idempotency token. */
  creating(name: string): void;
  created(name: string, arn: string): void;
  removed(arn: string): void;
}

/** How the CAs of a run are had. */
export interface AuthorityPlan {
  /** False where only those that the user lends may be used. */
  readonly creates: boolean;
  /** On each CA that is made. */
  readonly tags: readonly Tag[];
  /** The cheaper one where CAs cost money; what the service takes for granted where absent. */
  readonly usageMode?: UsageMode | undefined;
  readonly journal?: AuthorityJournal | undefined;
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
  /** For how long a read may lag behind a change, in milliseconds; not at all where absent. */
  readonly lagMs?: number | undefined;
  readonly plan?: AuthorityPlan | undefined;
}

export function createAuthorityPool(options: PoolOptions): AuthorityPool {
  const { caller, clock, plan, lagMs = 0 } = options;
  const usageMode = plan?.usageMode ?? 'GENERAL_PURPOSE';
  // A target that never shows what was made is not waited for with each CA.
  const settling = createSettling(lagMs, 2);
  /** What the user lends is not forgotten. */
  const isCertain = ({ lossesBefore, borrowed }: Authority): boolean =>
    borrowed === true || lossesBefore === caller.losses().calls;
  const idle: (Authority & { readonly sinceMs: number })[] = [];
  const adopted = (options.adopted ?? []).map((arn) => ({ arn, sinceMs: clock.nowMs() }));
  const made: Made = { begun: 0, authorities: adopted, unanswered: [] };
  const find = (wanted: string, { fresh, idleForMs = 0, disposable }: LeaseOptions): Authority | undefined => {
    if (!idle.every(isCertain)) idle.splice(0, idle.length, ...idle.filter(isCertain));
    const untilMs = clock.nowMs() - idleForMs;
    const index = idle.findIndex(
      (authority) =>
        authority.status === wanted &&
        (authority.fresh || (!fresh && authority.sinceMs <= untilMs)) &&
        !(disposable === true && authority.borrowed === true),
    );
    const [found] = index < 0 ? [] : idle.splice(index, 1);
    return found;
  };
  return {
    async lease(given, lease) {
      const wanted = given === 'usable' ? options.usableStatus() : given;
      const found = find(wanted, lease);
      if (found !== undefined) return found;
      if (plan?.creates !== false) return makeAuthority({ ...options, settling }, wanted, made);
      // Nobody else has one meanwhile: without new CAs there is one case at a time.
      await clock.pause(lease.idleForMs ?? 0);
      const rested = find(wanted, lease);
      if (rested !== undefined) return rested;
      const kind = lease.fresh ? 'that never carried a policy' : lease.disposable === true ? 'to dispose of' : 'left';
      throw new UnavailableAuthority(`there is no CA in state ${wanted} ${kind}, and none may be created`);
    },
    release(authority) {
      if (isCertain(authority)) idle.push({ ...authority, sinceMs: clock.nowMs() });
    },
    async removeAll() {
      const leftovers: Leftover[] = [];
      await findUnanswered(options, made);
      // A target that keeps a CA for good is not waited for with each.
      const context = { ...options, settling: createSettling(lagMs, 1) };
      let answers = true;
      for (const { arn } of made.authorities.splice(0)) {
        const removal: Removal = answers
          ? await removeAuthority(context, arn)
          : notRemoved('the target stopped answering');
        answers = removal.answered;
        const { reason } = removal;
        if (reason === undefined) plan?.journal?.removed(arn);
        options.onEvent({ event: reason === undefined ? 'ca-removed' : 'ca-left-over', arn, detail: reason ?? '' });
        if (reason !== undefined) leftovers.push({ arn, reason, answered: removal.answered });
      }
      return leftovers;
    },
    authorityCount: () => made.authorities.length,
    costUsd: () => made.authorities.reduce((sum, { sinceMs }) => sum + priceUsd(usageMode, clock.nowMs() - sinceMs), 0),
  };
}

/**
 * The CAs of a case, all at once but for the first: a target that makes none is asked for one only. Each is over, made or
 * not, when this is. Throws UnavailableAuthority as `lease` does.
 */
export async function leaseAll(
  pool: Pick<AuthorityPool, 'lease'>,
  [first, ...others]: readonly GivenAuthority[],
  options: LeaseOptions,
): Promise<readonly Authority[]> {
  if (first === undefined) return [];
  const leased = await pool.lease(first, options);
  const rest = await Promise.allSettled(others.map((given) => pool.lease(given, options)));
  return [leased, ...rest.map((settled) => valueOf(settled))];
}

function valueOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** What was made, or may have been. */
interface Made {
  /** How many creations were begun: the name of each is its own, also where checks overlap. */
  begun: number;
  readonly authorities: { readonly arn: string; readonly sinceMs: number }[];
  /** Creations of which nobody knows whether they took effect. */
  readonly unanswered: OperationOf<'CreateCertificateAuthority'>[];
}

async function makeAuthority(
  { caller, runId, clock, plan, onEvent, settling }: PoolOptions & { readonly settling: Settling },
  wanted: 'PENDING_CERTIFICATE' | 'ACTIVE',
  made: Made,
): Promise<Authority> {
  made.begun += 1;
  const name = `${runId}-${made.begun}`;
  const create = creationOf(name, wanted, plan ?? { tags: [{ Key: 'pca-conformance', Value: runId }] });
  plan?.journal?.creating(name);
  const sinceMs = clock.nowMs();
  const lossesBefore = caller.losses().calls;
  const outcome = await caller.callToItsEnd(create);
  if (!isAnswer(outcome)) made.unanswered.push(create);
  const arn = arnMadeBy(create, outcome);
  plan?.journal?.created(name, arn);
  made.authorities.push({ arn, sinceMs });
  onEvent({ event: 'ca-created', arn });
  await bringInto({ caller, clock, settling }, arn, wanted);
  return { arn, status: wanted, fresh: true, lossesBefore };
}

/** So many creations in a row that are not answered at the end of a run either: the others would not be. */
const patience = 3;

/** The same token brings back the ARN of a CA whose creation was never answered. */
async function findUnanswered({ caller, clock, plan }: PoolOptions, made: Made): Promise<void> {
  let silent = 0;
  for (const create of made.unanswered.splice(0)) {
    if (silent === patience) return;
    const outcome = await caller.callAnyway(create);
    silent = isAnswer(outcome) ? 0 : silent + 1;
    const arn = outcome.kind === 'success' ? outcome.output['CertificateAuthorityArn'] : undefined;
    if (typeof arn !== 'string') continue;
    plan?.journal?.created(create.input.IdempotencyToken ?? '', arn);
    made.authorities.push({ arn, sinceMs: clock.nowMs() });
  }
}
