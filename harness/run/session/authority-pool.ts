// The CAs of a run: created over the API when a check needs one, leased, released, and removed at the end.

import type { GivenAuthority } from '../../api/case.js';
import type { CertificateAuthorityStatus, OperationOf, Tag, UsageMode } from '../../api/operation.js';
import { isAnswer } from '../../api/outcome.js';
import { priceUsd } from '../../api/prices.js';
import { arnMadeBy, bringInto, creationOf, UnavailableAuthority } from './authority-creation.js';
import { isNotFound, notRemoved, removeAuthority, type Removal } from './authority-removal.js';
import { clearPolicy, readPolicy, repairAuthority, usableStatuses, type UsableStatus } from './authority-repair.js';
import { createSlots, type Need } from './authority-slots.js';
import type { Caller } from './caller/caller.js';
import type { Clock } from './clock.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { createSettling, type Settling } from './settling.js';

export interface Authority {
  readonly arn: string;
  readonly status: CertificateAuthorityStatus;
  /** Whether it never had a policy. */
  readonly fresh: boolean;
  /** How many connections had been lost before it was created. Once there are more, the target may have forgotten it. */
  readonly lossesBefore: number;
  /** Whether it belongs to the user, so that nothing but its policy may be changed. */
  readonly isProvided?: boolean | undefined;
  /** Distinguishes its leases; absent if it was never leased. */
  readonly lease?: number | undefined;
}

/** A CA that could not be removed, or whose removal could not be verified. */
export interface Leftover {
  readonly arn: string;
  readonly reason: string;
  /** False if the target had stopped answering, so that it is unknown. */
  readonly answered: boolean;
}

export interface LeaseOptions {
  /** Whether the CA must never have had a policy; if CAs are limited, whether reads must show none. */
  readonly fresh: boolean;
  /** For how long no call may have changed a CA with an earlier policy, in milliseconds. */
  readonly idleForMs?: number | undefined;
  /** Whether the case changes more of the CA than its policy. */
  readonly disposable?: boolean | undefined;
  /** What `reserve` returned for it; if absent, `lease` reserves a slot itself. */
  readonly slot?: string | undefined;
}

export interface AuthorityPool {
  /**
   * Waits until so many CAs are available at the same time, if they are limited. Returns a slot for each. Throws
   * UnavailableAuthority if they never can be.
   */
  reserve(given: readonly GivenAuthority[], options: LeaseOptions): Promise<readonly string[]>;
  /** Releases the slot of a CA that is not leased after all. */
  cancel(slot: string): void;
  /** Throws UnavailableAuthority if the target cannot create such a CA. */
  lease(given: GivenAuthority, options: LeaseOptions): Promise<Authority>;
  /** Releases a CA in the state in which it was leased, without a policy. */
  release(authority: Authority): void;
  /**
   * Called with the CAs of each case once it has ended, also if it threw. If CAs are limited, those that
   * were not released are repaired, except those that are `spent`: a call on them may still be in progress.
   */
  finish(authorities: readonly Authority[], spent: boolean): Promise<void>;
  /** Removes every CA that was created, and reports the ones that remain. */
  removeAll(): Promise<readonly Leftover[]>;
  /** How many CAs remain because the target, which is not live AWS, has no operation to remove them. Known once all are. */
  remainingCount(): number;
  authorityCount(): number;
  /** An upper bound of the cost of the created CAs, if they are charged as AWS does. */
  costUsd(): number;
}

/** Called for every CA before and after its creation, by what has to survive a crash: returns once the record is on disk. */
export interface AuthorityJournal {
  /** `name` is the common name and the idempotency token. */
  creating(name: string): void;
  created(name: string, arn: string): void;
  removed(arn: string): void;
}

/** How the CAs of a run are obtained. */
export interface AuthorityPlan {
  /** False if only the CAs that the user provides may be used. */
  readonly creates: boolean;
  /** How many CAs there may be at a time, by state; absent if there is no limit. */
  readonly most?: Readonly<Record<UsableStatus, number>> | undefined;
  /** How many may be created in all, including those that cannot be used again. */
  readonly maxCreations?: number | undefined;
  /** The tags of each created CA. */
  readonly tags: readonly Tag[];
  /** The cheaper one if CAs cost money; if absent, the default of the service. */
  readonly usageMode?: UsageMode | undefined;
  readonly journal?: AuthorityJournal | undefined;
}

export interface PoolOptions {
  readonly caller: Caller;
  /** Names the CAs of this run: part of their common name, tag and idempotency tokens. */
  readonly runId: string;
  readonly clock: Clock;
  /** The state in which this target allows policies to be put. */
  readonly usableStatus: () => UsableStatus;
  readonly onEvent: (event: { readonly event: string; readonly arn: string; readonly detail?: string }) => void;
  /** The CAs of an earlier part of the run, which are removed with those of this one. */
  readonly adopted?: readonly string[] | undefined;
  /** For how long a read may lag behind a change, in milliseconds; if absent, reads do not lag. */
  readonly lagMs?: number | undefined;
  readonly plan?: AuthorityPlan | undefined;
}

export function createAuthorityPool(options: PoolOptions): AuthorityPool {
  const { caller, clock, plan, lagMs = 0 } = options;
  const usageMode = plan?.usageMode ?? 'GENERAL_PURPOSE';
  // If a target never shows what was created, the pool does not wait for each CA.
  const settling = createSettling(lagMs, 2);
  /** CAs of the user are not forgotten, and a service that limits CAs is not restarted. */
  const isCertain = ({ lossesBefore, isProvided }: Authority): boolean =>
    isProvided === true || plan?.most !== undefined || lossesBefore === caller.losses().calls;
  const idle: IdleAuthority[] = [];
  /** The slot of each current lease. */
  const leased = new Map<number, string>();
  let leases = 0;
  let remaining = 0;
  const adopted = (options.adopted ?? []).map((arn) => ({ arn, sinceMs: clock.nowMs() }));
  const made: Made = { begun: 0, authorities: adopted, unanswered: [], succeeded: new Set() };
  const limits = plan?.creates === false ? { PENDING_CERTIFICATE: 0, ACTIVE: 0 } : plan?.most;
  const slots =
    limits === undefined
      ? undefined
      : createSlots(new Map(Object.entries(limits)), (needs) => unavailable(needs, plan?.creates !== false, made));
  /** How many CAs of each kind are usable, including those that are leased or being created. */
  const present = new Map<string, number>();
  const count = (kind: string, by: number): void => {
    const number = (present.get(kind) ?? 0) + by;
    present.set(kind, number);
    // Nothing waits for a CA that can no longer be created.
    if (made.exhausted !== undefined || isLentKind(kind)) slots?.limit(kind, number);
  };
  const statusOf = (given: GivenAuthority): UsableStatus => (given === 'usable' ? options.usableStatus() : given);
  const forgetUncertain = (): void => {
    for (const each of idle) if (!isCertain(each)) count(kindOf(each), -1);
    if (!idle.every(isCertain)) idle.splice(0, idle.length, ...idle.filter(isCertain));
  };
  const takeIdle = (fits: (authority: IdleAuthority) => boolean): IdleAuthority | undefined => {
    const index = idle.findIndex((authority) => fits(authority));
    const [found] = index < 0 ? [] : idle.splice(index, 1);
    return found;
  };
  const make = async (wanted: UsableStatus): Promise<Authority> => {
    count(wanted, 1);
    try {
      return await makeAuthority({ ...options, settling }, wanted, made);
    } catch (error) {
      count(wanted, -1);
      if (made.exhausted !== undefined) for (const kind of usableStatuses) count(kind, 0);
      throw error;
    }
  };
  const limitOf = (status: UsableStatus): number => limits?.[status] ?? Infinity;
  /** If the number is not limited, nothing waits. */
  const takeAny = async (wanted: UsableStatus, { fresh, idleForMs = 0 }: LeaseOptions): Promise<Authority> => {
    const untilMs = clock.nowMs() - idleForMs;
    const found = takeIdle((each) => each.status === wanted && (each.fresh || (!fresh && each.sinceMs <= untilMs)));
    return found ?? make(wanted);
  };
  /** The holder of a slot finds an idle CA, or may create one. */
  const takeLimited = async (kind: string, wanted: UsableStatus, lease: LeaseOptions): Promise<Authority> => {
    const { fresh, idleForMs = 0 } = lease;
    for (;;) {
      forgetUncertain();
      const mayMake = kind === wanted && (present.get(kind) ?? 0) < limitOf(wanted) && made.exhausted === undefined;
      const isOwn = (each: IdleAuthority): boolean => kindOf(each) === kind;
      const isScarce = (present.get(kind) ?? 0) >= limitOf(wanted) / 2;
      const found =
        takeIdle((each) => isOwn(each) && each.fresh) ?? (fresh && mayMake && !isScarce ? undefined : takeIdle(isOwn));
      if (found === undefined) {
        if (!mayMake) throw made.exhausted ?? unavailable([[kind]], kind === wanted, made);
        return make(wanted);
      }
      if (found.fresh) return found;
      // Until then a read may show an earlier policy.
      const restedMs = found.sinceMs + Math.max(idleForMs, fresh ? lagMs : 0);
      await clock.pause(Math.max(0, restedMs - clock.nowMs()));
      if (!fresh || isNotFound(await readPolicy({ caller }, found.arn))) return found;
      if (await clearPolicy({ caller, clock, lagMs }, found.arn)) return found;
      count(kind, -1);
    }
  };
  const reserve: AuthorityPool['reserve'] = async (given, { disposable }) => {
    const needs = given.map((each): readonly string[] => {
      const status = statusOf(each);
      return disposable === true ? [status] : [providedKind(status), status];
    });
    return slots === undefined ? needs.map((need) => need.at(-1) ?? '') : slots.take(needs);
  };
  const isLeased = ({ lease }: Authority): boolean => lease !== undefined && leased.has(lease);
  const endLease = ({ lease = 0 }: Authority): void => {
    const slot = leased.get(lease);
    leased.delete(lease);
    if (slot !== undefined) slots?.release(slot);
  };
  const takeBack = (authority: Authority): void => {
    idle.push({ ...authority, sinceMs: clock.nowMs() });
    endLease(authority);
  };
  const drop = (authority: Authority): void => {
    count(kindOf(authority), -1);
    endLease(authority);
  };
  return {
    reserve,
    cancel: (slot) => slots?.release(slot),
    async lease(given, lease) {
      const wanted = statusOf(given);
      const slot = lease.slot ?? (await reserve([given], lease))[0] ?? wanted;
      try {
        forgetUncertain();
        const authority = await (slots === undefined ? takeAny(wanted, lease) : takeLimited(slot, wanted, lease));
        leases += 1;
        leased.set(leases, slot);
        return { ...authority, lease: leases };
      } catch (error) {
        slots?.release(slot);
        throw error;
      }
    },
    release(authority) {
      if (authority.lease === undefined) {
        // The user provides it.
        takeBack(authority);
        count(kindOf(authority), 1);
      } else if (isLeased(authority)) {
        if (isCertain(authority)) takeBack(authority);
        else drop(authority);
      }
    },
    async finish(authorities, spent) {
      for (const authority of authorities.filter((each) => isLeased(each))) {
        const status = slots === undefined || spent ? undefined : await tryToRepair(authority.arn);
        if (status === undefined || authority.isProvided === true || !isCertain(authority)) drop(authority);
        else {
          count(authority.status, -1);
          count(status, 1);
          takeBack({ ...authority, status, fresh: false });
        }
      }
    },
    async removeAll() {
      const leftovers: Leftover[] = [];
      await findUnanswered(options, made);
      // If a target never removes a CA, the pool does not wait for each.
      const context = { ...options, settling: createSettling(lagMs, 1) };
      let before: Removal = { answered: true };
      for (const { arn } of made.authorities.splice(0)) {
        // What is true of one CA is true of those after it.
        const removal: Removal =
          before.isImpossible === true
            ? before
            : before.answered
              ? await removeAuthority(context, arn)
              : notRemoved('the target stopped answering');
        before = removal;
        const { reason, isImpossible } = removal;
        if (isImpossible === true && plan?.journal === undefined) {
          remaining += 1;
          continue;
        }
        if (reason === undefined) plan?.journal?.removed(arn);
        options.onEvent({ event: reason === undefined ? 'ca-removed' : 'ca-left-over', arn, detail: reason ?? '' });
        if (reason !== undefined) leftovers.push({ arn, reason, answered: removal.answered });
      }
      return leftovers;
    },
    remainingCount: () => remaining,
    authorityCount: () => made.authorities.length,
    costUsd: () => made.authorities.reduce((sum, { sinceMs }) => sum + priceUsd(usageMode, clock.nowMs() - sinceMs), 0),
  };

  /** If the run ends in the meantime, the next call throws. */
  async function tryToRepair(arn: string): Promise<UsableStatus | undefined> {
    try {
      return await repairAuthority({ caller, clock, lagMs }, arn);
    } catch (error) {
      if (error instanceof InconclusiveRun || error instanceof InterruptedRun) return undefined;
      throw error;
    }
  }
}

type IdleAuthority = Authority & { readonly sinceMs: number };

const ofTheUser = ' of the user';

function providedKind(status: CertificateAuthorityStatus): string {
  return `${status}${ofTheUser}`;
}

function isLentKind(kind: string): boolean {
  return kind.endsWith(ofTheUser);
}

function kindOf({ status, isProvided }: Authority): string {
  return isProvided === true ? providedKind(status) : status;
}

function unavailable(needs: readonly Need[], creates: boolean, { exhausted }: Made): Error {
  if (exhausted !== undefined) return exhausted;
  const states = [...new Set(needs.map((need) => need.at(-1)))].join(' and ');
  return new UnavailableAuthority(
    creates
      ? `${needs.length} CAs in state ${states} at a time are more than this target may have`
      : `there are not ${needs.length} CAs in state ${states}, and none may be created`,
  );
}

/**
 * Leases the CAs of a case in parallel. The first is created alone, so that a target that cannot create CAs gets only one
 * request. Resolves once every creation has settled. Throws UnavailableAuthority as `lease` does.
 */
export async function leaseAll(
  pool: Pick<AuthorityPool, 'reserve' | 'cancel' | 'lease' | 'release'>,
  given: readonly GivenAuthority[],
  options: LeaseOptions,
): Promise<readonly Authority[]> {
  const slots = await pool.reserve(given, options);
  const wanted = given.map((each, index) => () => pool.lease(each, { ...options, slot: slots[index] }));
  const [first, ...others] = wanted;
  if (first === undefined) return [];
  const leased = await first().catch((error: unknown) => {
    for (const slot of slots.slice(1)) pool.cancel(slot);
    throw error;
  });
  const rest = await Promise.allSettled(others.map((lease) => lease()));
  const failed = rest.find((each) => each.status === 'rejected');
  const all = [leased, ...rest.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))];
  if (failed === undefined) return all;
  // Their state was not changed.
  for (const authority of all) pool.release(authority);
  throw failed.reason;
}

/** The CAs that were created, or may have been. */
interface Made {
  /** How many creations were begun: each has its own name, also if checks overlap. */
  begun: number;
  readonly authorities: { readonly arn: string; readonly sinceMs: number }[];
  /** Creations that may or may not have taken effect. */
  readonly unanswered: OperationOf<'CreateCertificateAuthority'>[];
  /** The states in which CAs could be created. */
  readonly succeeded: Set<UsableStatus>;
  /** The target says that its limit of CAs is reached. */
  exhausted?: UnavailableAuthority;
}

type MakingOptions = PoolOptions & { readonly settling: Settling };

/** If a CA could be created once, it may be possible again: the failure is then not a property of the target. */
async function makeAuthority(options: MakingOptions, wanted: UsableStatus, made: Made): Promise<Authority> {
  if (made.exhausted !== undefined) throw made.exhausted;
  const { maxCreations = Infinity } = options.plan ?? {};
  if (made.begun >= maxCreations) {
    const words = `${maxCreations} CAs were created, the maximum of this run, and not enough of them can be used again`;
    throw (made.exhausted = new UnavailableAuthority(words, false));
  }
  try {
    const authority = await tryToMake(options, wanted, made);
    made.succeeded.add(wanted);
    return authority;
  } catch (error) {
    if (!(error instanceof UnavailableAuthority) || !error.isLasting || !made.succeeded.has(wanted)) throw error;
    throw new UnavailableAuthority(`no more CAs in state ${wanted} can be created: ${error.message}`, false);
  }
}

async function tryToMake(
  { caller, runId, clock, plan, onEvent, settling }: MakingOptions,
  wanted: UsableStatus,
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
  if (outcome.kind === 'service-error' && outcome.error === 'LimitExceededException') {
    const words = `after ${made.authorities.length} CAs, CreateCertificateAuthority was answered with LimitExceededException`;
    throw (made.exhausted ??= new UnavailableAuthority(words, false));
  }
  const arn = arnMadeBy(create, outcome);
  plan?.journal?.created(name, arn);
  made.authorities.push({ arn, sinceMs });
  onEvent({ event: 'ca-created', arn });
  await bringInto({ caller, clock, settling }, arn, wanted);
  return { arn, status: wanted, fresh: true, lossesBefore };
}

/** After so many creations in a row without an answer even at the end of a run, the others are not tried. */
const patience = 3;

/** The same token returns the ARN of a CA whose creation was never answered. */
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
