// Turns the options of `run` into the configuration of a run; what is wrong ends the command before anything is sent.

import { randomInt } from 'node:crypto';
import { requirementIds } from '../../catalogue/index.js';
import type { Baseline } from '../../files/baseline-file.js';
import type { Check } from '../../run/cases/check.js';
import {
  casesPerInputClass,
  nightlyTimeMs,
  type Budget,
  type JudgedLevel,
  type Profile,
  type RunConfig,
  type Selection,
  type Shard,
} from '../../run/session/run-config.js';
import type { TargetChoice } from '../../run/session/target-choice.js';
import { matchesFilters } from '../../run/cases/select-checks.js';
import { usageError } from '../output/failure.js';
import { suggestion } from './nearest.js';
import { reportKinds, requireKnownForm, type ReportKind } from '../output/report-forms.js';
import { liveRate, readLiveFlags, readMinutes } from './live-options.js';
import { readJudging, readTarget, type TargetFlags } from './target-options.js';
import { callsPerSecond, durationMs, wholeNumber } from './values.js';
import type { Terminal } from '../output/terminal.js';

export interface RunFlags extends TargetFlags {
  readonly profile: Profile;
  readonly seed?: string;
  readonly runs?: string;
  readonly concurrency: string;
  readonly rate?: string;
  readonly maxCalls?: string;
  readonly maxTime?: string;
  readonly level: JudgedLevel;
  readonly filter: readonly string[];
  readonly capability: readonly string[];
  readonly shard?: string;
  readonly baseline?: string;
  readonly against?: string;
  readonly out: string;
  readonly resume?: boolean;
  readonly report: readonly string[];
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly trace?: boolean;
  readonly traceAll?: string;
}

export interface RequestedReport {
  readonly kind: ReportKind;
  readonly path: string;
}

export async function readRunFlags(flags: RunFlags, checks: readonly Check[], terminal: Terminal): Promise<RunConfig> {
  const { path } = terminal;
  // The target comes first: a refusal for safety outweighs every other mistake.
  const target = readTarget(flags, terminal);
  const { choice } = target;
  const isLive = choice.kind === 'aws';
  const limits = readBudget(flags);
  requireMatches(flags.filter, checks);
  const liveLimits = isLive ? readLiveFlags(flags, { ...limits, nowMs: Date.now() }, terminal) : undefined;
  const config: RunConfig = {
    target,
    selection: {
      profile: flags.profile,
      ...readAmount(flags),
      level: flags.level,
      filters: flags.filter,
      shard: flags.shard === undefined ? undefined : readShard(flags.shard),
    },
    budget: {
      concurrency: isOneAtATime(choice, flags) ? 1 : wholeNumber('--concurrency', flags.concurrency, 1, 64),
      rate: isLive ? liveRate(flags.rate) : readRate(flags.rate),
      ...limits,
      ...(liveLimits === undefined ? {} : { maxTimeMs: liveLimits.maxTimeMs }),
    },
    judging: readJudging(flags, choice),
    output: { outDir: path(flags.out), trace: flags.trace, traceFile: path(flags.traceAll) },
    live: liveLimits?.live,
    baseline: await readKnownFailures(path(flags.baseline), checks),
    against: path(flags.against),
  };
  if (flags.resume !== true) return config;
  const { resumed } = await import('./read-events.js');
  return resumed(config, { seedIsGiven: flags.seed !== undefined });
}

async function readKnownFailures(file: string | undefined, checks: readonly Check[]): Promise<Baseline | undefined> {
  if (file === undefined) return undefined;
  const { readBaselineFile } = await import('./read-baseline-file.js');
  return readBaselineFile('--baseline', file, checks);
}

/**
 * In process there is nothing to wait for, and one check at a time makes the same seed the same run. CAs that are lent are
 * few, and a check that waits for one that another has would wait for ever.
 */
function isOneAtATime({ kind }: TargetChoice, { createCa }: RunFlags): boolean {
  return kind === 'builtin' || (kind === 'aws' && createCa !== true);
}

export function readRate(rate: string | undefined): number | undefined {
  return rate === undefined ? undefined : callsPerSecond('--rate', rate);
}

/** Which cases are made, and how many of each input class. */
export function readAmount({
  profile,
  seed,
  runs,
}: Pick<RunFlags, 'profile' | 'seed' | 'runs'>): Pick<Selection, 'seed' | 'runs'> {
  return {
    seed: seed === undefined ? randomInt(2 ** 31) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    runs: runs === undefined ? casesPerInputClass[profile] : wholeNumber('--runs', runs, 1, 1_000_000),
  };
}

/** A night ends with its budget: where none is given, after a time. */
export function readBudget(
  flags: Pick<RunFlags, 'profile' | 'maxCalls' | 'maxTime' | 'maxMinutes'>,
): Omit<Budget, 'concurrency' | 'rate'> {
  const maxCalls = flags.maxCalls === undefined ? undefined : wholeNumber('--max-calls', flags.maxCalls, 1, 1e9);
  const limits = [
    ...(flags.maxTime === undefined ? [] : [durationMs('--max-time', flags.maxTime)]),
    ...(flags.maxMinutes === undefined ? [] : [readMinutes(flags.maxMinutes)]),
  ];
  const maxTimeMs = limits.length === 0 ? undefined : Math.min(...limits);
  const untilBudgetEnds = flags.profile === 'nightly';
  const isOpen = untilBudgetEnds && maxCalls === undefined && maxTimeMs === undefined;
  return { maxCalls, maxTimeMs: isOpen ? nightlyTimeMs : maxTimeMs, untilBudgetEnds };
}

function readShard(setting: string): Shard {
  const [, index = '', count = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(setting) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw usageError(`--shard ${setting} is not of the form I/N with I from 1 to N; give one such as 2/5.`);
}

export function readReports(
  settings: readonly string[],
  { path: locate }: Pick<Terminal, 'path'>,
): readonly RequestedReport[] {
  return settings.map((setting) => {
    const [word = '', ...rest] = setting.split('=');
    const kind = reportKinds.find((known) => known === word);
    const path = rest.join('=');
    if (kind === undefined || path === '') {
      throw usageError(
        `--report ${setting} is not of the form KIND=PATH, KIND being one of ${reportKinds.join(', ')}.` +
          suggestion(word, reportKinds),
      );
    }
    requireKnownForm(`--report ${setting}`, kind, path);
    return { kind, path: locate(path) };
  });
}

/** A filter that matches nothing is a mistake, not an empty run. */
export function requireMatches(filters: readonly string[], checks: readonly Check[]): void {
  const ids: readonly string[] = [...requirementIds, ...checks.map(({ id }) => id)];
  for (const filter of filters) {
    if (ids.some((id) => matchesFilters([id], [filter]))) continue;
    throw usageError(
      `--filter ${filter} matches no requirement and no check; "pca-conformance list" shows them.` +
        suggestion(filter, ids),
    );
  }
}
