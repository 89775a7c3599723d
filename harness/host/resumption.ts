// What is known of a run that was interrupted, so that another process can go on with it: read from its events.

import { presentCheckId } from '../api/former-check-ids.js';
import type { InputClassRecord, Resumption } from '../files/resumption-state.js';
import type { RunEvent } from '../files/run-event.js';
import type { RunConfig } from '../run/session/run-config.js';

type Settings = Extract<RunEvent, { event: 'run-started' }>['settings'];

/** What decides which cases a run makes and how they are judged; a run can only go on with the same. */
export function settingsOf(config: RunConfig, suiteVersion: string): Settings {
  const { level, filters, shard, runs } = config.selection;
  const { modelRevision, consistency, granteeAccount, organization } = config.judging;
  return {
    suiteVersion,
    modelRevision,
    level,
    filters: filters.join(' '),
    shard: shard === undefined ? '' : `${shard.index}/${shard.count}`,
    runs,
    consistency,
    against: config.against ?? '',
    granteeAccount: granteeAccount ?? '',
    organization: organization ?? '',
  };
}

/**
 * A round of phase `random` counts once it is finished: what was counted within is made again. A turn in which a check
 * failed is never said to be finished, so that the failure is found again.
 */
export function resumptionOf(events: readonly RunEvent[]): Resumption {
  const inputClasses: Record<string, Record<string, InputClassRecord>> = {};
  const inRound: ProgressEvent[] = [];
  const authorities = new Set<string>();
  let round = 0;
  let calls = 0;
  let elapsedMs = 0;
  const note = ({ check, inputClass, phase, event: _event, elapsedMs: _elapsedMs, ...record }: ProgressEvent): void => {
    const ofCheck = (inputClasses[presentCheckId(check)] ??= {});
    ofCheck[inputClass] = { ...record, phases: [...(ofCheck[inputClass]?.phases ?? []), phase] };
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
  return { inputClasses, round, calls, elapsedMs, authorities: [...authorities] };
}

type ProgressEvent = Extract<RunEvent, { event: 'progress' }>;
