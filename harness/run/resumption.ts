// What is known of a run that was interrupted, so that another process can go on with it: read from its events.

import { presentCheckId } from '../api/former-check-ids.js';
import type { RunEvent } from '../api/run-event.js';
import type { Phase } from './phases.js';
import type { RunConfig } from './run-config.js';
import type { Shortfall } from './run-stratum.js';

/** How far one class of input came. */
export interface StratumRecord {
  readonly cases: number;
  readonly observed: number;
  readonly rejected: number;
  readonly distinct: number;
  readonly notes: readonly string[];
  readonly shortfall?: Shortfall | undefined;
  /** The phases that it is through with. */
  readonly phases: readonly Phase[];
}

/** Plain data: it crosses to the worker. */
export interface Resumption {
  /** By check, then by class of input. */
  readonly strata: Readonly<Record<string, Readonly<Record<string, StratumRecord>>>>;
  /** The first round of phase `random` that is not finished. */
  readonly round: number;
  readonly calls: number;
  readonly elapsedMs: number;
  /** The CAs that were made and not removed. */
  readonly authorities: readonly string[];
}

type Settings = Extract<RunEvent, { event: 'run-started' }>['settings'];

/** What decides which cases a run makes and how they are judged; a run can only go on with the same. */
export function settingsOf(config: RunConfig, suiteVersion: string): Settings {
  const { modelRevision, level, filters, shard, casesPerStratum, consistency, against, granteeAccount, organization } =
    config;
  return {
    suiteVersion,
    modelRevision,
    level,
    filters: filters.join(' '),
    shard: shard === undefined ? '' : `${shard.index}/${shard.count}`,
    runs: casesPerStratum,
    consistency,
    against: against ?? '',
    granteeAccount: granteeAccount ?? '',
    organization: organization ?? '',
  };
}

/**
 * A round of phase `random` counts once it is finished: what was counted within is made again. A turn in which a check
 * failed is never said to be finished, so that the failure is found again.
 */
export function resumptionOf(events: readonly RunEvent[]): Resumption {
  const strata: Record<string, Record<string, StratumRecord>> = {};
  const inRound: ProgressEvent[] = [];
  const authorities = new Set<string>();
  let round = 0;
  let calls = 0;
  let elapsedMs = 0;
  const note = ({ check, stratum, phase, event: _event, elapsedMs: _elapsedMs, ...record }: ProgressEvent): void => {
    const ofCheck = (strata[presentCheckId(check)] ??= {});
    ofCheck[stratum] = { ...record, phases: [...(ofCheck[stratum]?.phases ?? []), phase] };
  };
  for (const event of events) {
    if (event.event === 'ca-created') authorities.add(event.arn);
    if (event.event === 'ca-removed') authorities.delete(event.arn);
    if (event.event === 'run-finished') calls = event.calls;
    if (event.event === 'progress') {
      elapsedMs = event.elapsedMs ?? elapsedMs;
      if (event.phase === 'random') inRound.push(event);
      else note(event);
    }
    if (event.event === 'round-finished') {
      inRound.splice(0).forEach(note);
      round = event.round + 1;
      ({ calls, elapsedMs } = event);
    }
  }
  return { strata, round, calls, elapsedMs, authorities: [...authorities] };
}

type ProgressEvent = Extract<RunEvent, { event: 'progress' }>;
