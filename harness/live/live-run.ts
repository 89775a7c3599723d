// What a run on live AWS has beside its target: a journal of what it makes, CAs that it borrows, and nothing to betray.

import type { AuthorityPlan } from '../run/session/authority-pool.js';
import type { Clock } from '../run/session/clock.js';
import type { LiveSettings } from '../run/session/run-config.js';
import type { NamedGrantees } from '../api/grantees.js';
import type { AuthorityLoan } from '../run/session/session.js';
import { lagBoundMs } from '../run/judge/levels.js';
import { openJournal } from './journal.js';
import { createLoan } from './loan.js';
import { createRedactor, type Redactor } from './redaction.js';
import { leaseTags } from './tags.js';

export interface LiveRun {
  readonly authorities: AuthorityPlan;
  readonly loan: AuthorityLoan | undefined;
  readonly redactor: Redactor;
  /** The journal is over where nothing is left over. */
  close(leavesNothing: boolean): void;
}

export interface LiveRunOptions {
  readonly live: LiveSettings;
  readonly runId: string;
  readonly region: string;
  readonly settleMs: number;
  readonly clock: Clock;
  /** Keys and tokens that must not be seen. */
  readonly secrets: readonly string[];
  /** The grantees that the user named; they are not seen either. */
  readonly grantees?: NamedGrantees | undefined;
  /** The name of this machine, and the time. */
  readonly host: string;
  readonly startedAt: string;
}

/** A run on live AWS keeps to so many CAs: a deleted one counts against the quota for days. */
export const authorityLimits = {
  most: { PENDING_CERTIFICATE: 6, ACTIVE: 4 },
  mostInAll: 12,
} as const satisfies Pick<AuthorityPlan, 'most' | 'mostInAll'>;

/** Throws the error of the file system where no journal can be kept. */
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
    loan:
      caArns.length === 0
        ? undefined
        : createLoan({ arns: caArns, journal, untilMs, clock, lagMs: lagBoundMs(settleMs) }),
    redactor: createRedactor({ account, secrets, grantees }),
    close: (leavesNothing) => journal.close(leavesNothing),
  };
}
