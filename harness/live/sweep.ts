// Finds and removes what runs on live AWS left over, by their journals and tags.

import type { Operation } from '../api/operation.js';
import { isNotFound, removeAuthority, statusIn, type RemovalContext } from '../run/session/authority-removal.js';
import { appendToJournal, isRunAlive, type OpenJournal } from './journal.js';
import { listAuthorities } from './list-authorities.js';
import { release } from './provided-authorities.js';
import { isLeaseAlive, runOf, type TaggedAuthority } from './tags.js';

export interface SweepOptions extends RemovalContext {
  /** The journals of the account and region. */
  readonly journals: readonly OpenJournal[];
  /** False if the left-overs are only reported. */
  readonly deletes: boolean;
  /** Runs that have ended, even if their journals and tags say otherwise. */
  readonly endedRuns: readonly string[];
  /** The name of this machine. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly dateMs: number;
  /** How long a read may lag behind a change. */
  readonly lagMs: number;
}

export interface Swept {
  readonly arn: string;
  readonly kind: 'authority' | 'policy';
  readonly run: string;
  /** `failed` has a reason; `in-use` belongs to a run that may be alive. */
  readonly outcome: 'found' | 'removed' | 'in-use' | 'failed';
  readonly reason?: string | undefined;
}

/** Rejects if the CAs cannot be listed. */
export async function sweep(options: SweepOptions): Promise<readonly Swept[]> {
  const { journals, host, endedRuns } = options;
  const dead = journals.filter(({ head }) => endedRuns.includes(head.run) || isRunAlive(head, host) === false);
  const isOver = (run: string): boolean => endedRuns.includes(run) || dead.some(({ head }) => head.run === run);
  const listed = await listAll(options, dead);
  const swept: Swept[] = [];
  for (const authority of madeBySuite(listed)) {
    const run = runOf(authority.tags) ?? '';
    const { arn } = authority;
    const isAlive = !isOver(run) && isLeaseAlive(authority.tags, options.dateMs);
    if (isAlive) swept.push({ arn, run, kind: 'authority', outcome: 'in-use' });
    else swept.push(await sweepAuthority(options, arn, run));
  }
  for (const journal of dead) {
    // CAs that the list does not show are described by ARN.
    const known = new Set(swept.map(({ arn }) => arn));
    for (const arn of journal.made) {
      if (!known.has(arn) && !(await isGone(options, arn))) {
        swept.push(await sweepAuthority(options, arn, journal.head.run));
      }
    }
    for (const borrowed of journal.borrowed) swept.push(await sweepPolicy(options, borrowed, journal.head.run));
    const own = swept.filter(({ run }) => run === journal.head.run);
    if (options.deletes && own.every(({ outcome }) => outcome === 'removed')) appendToJournal(journal.path).close(true);
  }
  return swept;
}

/** A CA created recently may not be listed yet. */
async function listAll(
  { caller, clock, lagMs }: SweepOptions,
  dead: readonly OpenJournal[],
): Promise<readonly TaggedAuthority[]> {
  if (dead.some(({ unanswered, made }) => unanswered.length + made.length > 0)) await clock.pause(lagMs);
  return listAuthorities(caller);
}

/** Only the CAs that the suite created, which are named after their run; the user may have tagged others. */
function madeBySuite(listed: readonly TaggedAuthority[]): readonly TaggedAuthority[] {
  return listed.filter(({ status, commonName, tags }) => {
    const run = runOf(tags);
    return status !== 'DELETED' && run !== undefined && isRunId(run) && commonName.startsWith(`${run}-`);
  });
}

/** Whether a text has the form of a run id. */
function isRunId(text: string): boolean {
  return /^pca-[0-9a-f]{12}$/.test(text);
}

async function sweepAuthority(options: SweepOptions, arn: string, run: string): Promise<Swept> {
  const found = { arn, run, kind: 'authority' } as const;
  if (!options.deletes) return { ...found, outcome: 'found' };
  const { reason } = await removeAuthority(options, arn);
  return reason === undefined ? { ...found, outcome: 'removed' } : { ...found, outcome: 'failed', reason };
}

async function sweepPolicy(
  options: SweepOptions,
  borrowed: OpenJournal['borrowed'][number],
  run: string,
): Promise<Swept> {
  const found = { arn: borrowed.arn, run, kind: 'policy' } as const;
  if (!options.deletes) return { ...found, outcome: 'found' };
  const reason = await release(options.caller, borrowed, options);
  return reason === undefined ? { ...found, outcome: 'removed' } : { ...found, outcome: 'failed', reason };
}

async function isGone({ caller }: SweepOptions, arn: string): Promise<boolean> {
  const describe: Operation = { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } };
  const described = await caller.callAnyway(describe);
  return isNotFound(described) || statusIn(described) === 'DELETED';
}
