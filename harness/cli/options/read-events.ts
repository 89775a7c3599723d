// `run --resume`: reads the events of an interrupted run, and makes sure that the options are the same.

import { withPresentNames } from '../../files/former-names.js';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { runEventSchema, type RunEvent } from '../../files/run-event.js';
import { describeProblems } from '../../files/file-problems.js';
import { resumptionOf, settingsOf } from '../../host/resumption.js';
import type { Budget, RunConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import { errorMessage, usageError } from '../output/failure.js';
import { packageVersion } from '../../host/package-version.js';

/**
 * The configuration of a run that resumes the one in its folder, with that one's seed. Throws a usage error
 * if there is none, if it is complete, or if its options were others.
 */
export function resumed(config: RunConfig, { seedIsGiven }: { readonly seedIsGiven: boolean }): RunConfig {
  if (config.live !== undefined) {
    throw usageError(
      '--resume: the events of a run on live AWS name no CA, so it cannot be resumed. ' +
        'Run again with --seed, after "pca-conformance sweep" if CAs may be left.',
    );
  }
  const path = join(config.output.outDir, 'events.ndjson');
  const events = readEvents(path);
  const start = events[0];
  if (start?.event !== 'run-started') {
    throw usageError(`${path} does not begin with a run: there is nothing to resume. Run without --resume.`);
  }
  const end = events.at(-1);
  if (end?.event === 'run-finished' && end.stopped === null) {
    throw usageError(
      `The run in ${config.output.outDir} is complete: there is nothing to resume. Run without --resume.`,
    );
  }
  const asked = {
    target: targetName(config.target.choice),
    profile: config.selection.profile,
    seed: seedIsGiven ? config.selection.seed : start.seed,
    ...settingsOf(config, packageVersion()),
  };
  const before = { target: start.target, profile: start.profile, seed: start.seed, ...start.settings };
  const names = new Set([...Object.keys(before), ...Object.keys(asked)]);
  for (const name of names) {
    const [value, other] = [before, asked].map((settings) => String(Reflect.get(settings, name) ?? ''));
    if (other === value) continue;
    throw usageError(
      `The run in ${config.output.outDir} has ${nameOf(name)} "${value}", and this one "${other}": ` +
        'a run can only be resumed as it was begun. Give the same, or run without --resume.',
    );
  }
  const resumption = resumptionOf(events);
  requireBudget(config.budget, resumption);
  return { ...config, selection: { ...config.selection, seed: start.seed }, resumption };
}

/** A half-written last line is removed: the next is written in its place. */
function readEvents(path: string): readonly RunEvent[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw usageError(`--resume: ${path} cannot be read: ${errorMessage(error)}. Give --out the folder of the run.`);
  }
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const events = bytes
    .toString('utf8', 0, whole)
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [parseEvent(line, `${path}, line ${index + 1}`)]));
  if (whole < bytes.length) truncateSync(path, whole);
  return events;
}

function parseEvent(line: string, place: string): RunEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    throw usageError(`${place} is not JSON: ${errorMessage(error)}. Run without --resume.`);
  }
  const checked = runEventSchema.safeParse(withPresentNames(parsed));
  if (checked.success) return checked.data;
  throw usageError(
    `${place} is not as a run writes it:\n${describeProblems(checked.error, parsed)}\nRun without --resume.`,
  );
}

/** The options as they are given on the command line. */
function nameOf(setting: string): string {
  return setting === 'suiteVersion' ? 'the suite version' : `--${setting}`;
}

function requireBudget(
  { maxCalls, maxTimeMs }: Budget,
  { calls, elapsedMs }: { readonly calls: number; readonly elapsedMs: number },
): void {
  if (maxCalls !== undefined && calls >= maxCalls) {
    throw usageError(`The run made ${calls} calls already: give more with --max-calls.`);
  }
  if (maxTimeMs !== undefined && elapsedMs >= maxTimeMs) {
    throw usageError(`The run took ${Math.round(elapsedMs / 1_000)} s already: give more with --max-time.`);
  }
}
