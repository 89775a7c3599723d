// The parts of a run on live AWS besides its target: the journal, the user's CAs and the redactor.
// This folder holds what is special about live AWS: guards, plan, journal, teardown.

import type { AuthorityPlan } from '../run/session/authority-pool.js';
import type { Clock } from '../run/session/clock.js';
import type { LiveSettings } from '../run/session/run-config.js';
import type { NamedGrantees } from '../api/grantees.js';
import type { ProvidedAuthorities } from '../run/session/session.js';
import { lagBoundMs } from '../run/judge/levels.js';
import { openJournal } from './journal.js';
import { createProvidedAuthorities } from './provided-authorities.js';
import { createRedactor, type Redactor } from './redaction.js';
import { leaseTags } from './tags.js';

export interface LiveRun {
  readonly authorities: AuthorityPlan;
  readonly provided: ProvidedAuthorities | undefined;
  readonly redactor: Redactor;
  /** Closes the journal if nothing is left over. */
  close(leavesNothing: boolean): void;
}

export interface LiveRunOptions {
  readonly live: LiveSettings;
  readonly runId: string;
  readonly region: string;
  readonly settleMs: number;
  readonly clock: Clock;
  /** Keys and tokens to redact. */
  readonly secrets: readonly string[];
  /** The grantees that the user named, which are redacted as well. */
  readonly grantees?: NamedGrantees | undefined;
  /** The name of this machine, and the time. */
  readonly host: string;
  readonly startedAt: string;
}

/** The maximum numbers of CAs in a run on live AWS, because a deleted CA counts against the quota for days. */
export const authorityLimits = {
  most: { PENDING_CERTIFICATE: 6, ACTIVE: 4 },
  maxCreations: 12,
} as const satisfies Pick<AuthorityPlan, 'most' | 'maxCreations'>;

/** Throws the file system's error if the journal cannot be written. */
export function beginLiveRun(options: LiveRunOptions): LiveRun {
  const { live, runId, region, settleMs, clock, secrets, grantees, host, startedAt } = options;
  const { account, createsAuthorities, caArns, journalFolder, untilMs } = live;
  const journal = openJournal(journalFolder, {
    run: runId,
    account,
    region,
    host,
    process: process.pid,
    at: startedAt,
  });
  return {
    authorities: {
      creates: createsAuthorities,
      ...authorityLimits,
      tags: leaseTags(runId, untilMs),
      usageMode: 'SHORT_LIVED_CERTIFICATE',
      journal,
    },
    provided:
      caArns.length === 0
        ? undefined
        : createProvidedAuthorities({ arns: caArns, journal, untilMs, clock, lagMs: lagBoundMs(settleMs) }),
    redactor: createRedactor({ account, secrets, grantees }),
    close: (leavesNothing) => journal.close(leavesNothing),
  };
}
