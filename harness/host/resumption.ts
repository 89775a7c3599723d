// What is known of a run that was interrupted, so that another process can go on with it: read from its events.

import { presentCheckId } from '../api/former-check-ids.js';
import type { InputClassRecord, Resumption } from '../files/resumption-state.js';
import type { RunEvent } from '../files/run-event.js';
import { evidenceOptions, judgingOptions } from '../run/options/judging-options.js';
import { resumeSettings } from '../run/options/option-table.js';
import { selectionOptions } from '../run/options/selection-options.js';
import { optionValuesOf, type RunConfig } from '../run/session/run-config.js';

type Settings = Extract<RunEvent, { event: 'run-started' }>['settings'];

/** The options of which some decide which cases a run makes and how they are judged. */
const resumedGroups = [selectionOptions, judgingOptions, evidenceOptions];

/** What decides which cases a run makes and how they are judged; a run can only go on with the same. */
export function settingsOf(config: RunConfig, suiteVersion: string): Settings {
  return { suiteVersion, ...resumeSettings(resumedGroups, optionValuesOf(config)) };
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
