// Turns the options of `run` into the configuration of a run; what is wrong ends the command before anything is sent.

import { randomInt } from 'node:crypto';
import { requirementIds } from '../catalogue/index.js';
import type { Check } from '../run/check.js';
import { casesPerStratum, type JudgedLevel, type Profile, type RunConfig } from '../run/run-config.js';
import { matchesFilters } from '../run/select-checks.js';
import { usageError } from './failure.js';
import { suggestion } from './nearest.js';
import { readCapabilities, readTargetFlags, type TargetFlags } from './target-options.js';

export interface RunFlags extends TargetFlags {
  readonly profile: Profile;
  readonly seed?: string;
  readonly runs?: string;
  readonly maxCalls?: string;
  readonly maxTime?: string;
  readonly callTimeout: string;
  readonly settleMs: string;
  readonly level: JudgedLevel;
  readonly filter: readonly string[];
  readonly capability: readonly string[];
  readonly out: string;
  readonly report: readonly string[];
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
}

const reportKinds = ['json', 'junit', 'console'] as const;

export interface RequestedReport {
  readonly kind: (typeof reportKinds)[number];
  readonly path: string;
}

export function readRunFlags(flags: RunFlags, checks: readonly Check[]): RunConfig {
  requireMatches(flags.filter, checks);
  return {
    ...readTargetFlags(flags),
    capabilities: readCapabilities(flags.capability),
    profile: flags.profile,
    seed: flags.seed === undefined ? randomInt(2 ** 31) : wholeNumber('--seed', flags.seed, 0, 2 ** 31 - 1),
    casesPerStratum:
      flags.runs === undefined ? casesPerStratum[flags.profile] : wholeNumber('--runs', flags.runs, 1, 1_000_000),
    level: flags.level,
    filters: flags.filter,
    maxCalls: flags.maxCalls === undefined ? undefined : wholeNumber('--max-calls', flags.maxCalls, 1, 1e9),
    maxTimeMs: flags.maxTime === undefined ? undefined : durationMs('--max-time', flags.maxTime),
    callTimeoutMs: durationMs('--call-timeout', flags.callTimeout),
    settleMs: wholeNumber('--settle-ms', flags.settleMs, 0, 600_000),
    outDir: flags.out,
  };
}

export function readReports(settings: readonly string[]): readonly RequestedReport[] {
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
    return { kind, path };
  });
}

/** A filter that matches nothing is a mistake, not an empty run. */
function requireMatches(filters: readonly string[], checks: readonly Check[]): void {
  const ids: readonly string[] = [...requirementIds, ...checks.map(({ id }) => id)];
  for (const filter of filters) {
    if (ids.some((id) => matchesFilters([id], [filter]))) continue;
    throw usageError(
      `--filter ${filter} matches no requirement and no check; "pca-conformance list" shows them.` +
        suggestion(filter, ids),
    );
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw usageError(`${option} ${text} is not a whole number from ${min} to ${max}.`);
}

function durationMs(option: string, text: string): number {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(text);
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match?.[2] ?? ''];
  if (match === null || unit === undefined || Number(match[1]) === 0) {
    throw usageError(`${option} ${text} is not a duration; give one such as 500ms, 30s, 10m or 2h.`);
  }
  return Number(match[1]) * unit;
}
