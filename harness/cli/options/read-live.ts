// The guards of live AWS that are checked before anything is sent, and the configuration of a run on it.

import { hostname } from 'node:os';
import { awsRate } from '../../api/quotas.js';
import { firstObjection, offlineGuards } from '../../live/guards.js';
import { defaultTexts, entriesOf, nameOf } from '../../run/options/option-table.js';
import type { Budget, LiveSettings } from '../../run/session/run-config.js';
import { isStandInUrl, standInVariable } from '../../targets/aws-endpoints.js';
import { refusal } from '../output/failure.js';
import type { Terminal } from '../output/terminal.js';
import { commandLine, type GivenOptions } from './given-options.js';
import { accountOptions, authorityOptions, consentOptions, costOptions, journalOptions } from './live-options.js';

/** The name of live AWS as a target. */
export const liveTarget = 'aws';

/** The default time limit of a run on live AWS, in milliseconds. */
const defaultMaxTimeMs = 2 * 3_600_000;

/** The time that its teardown may take after that. */
const teardownMs = 30 * 60_000;

/** Options about live AWS have no effect on other targets, so they are rejected there. */
export function requireNoLiveOptions({ texts: given }: GivenOptions): void {
  const entries = entriesOf([accountOptions, authorityOptions, costOptions]);
  const first = entries.find(([, entry]) => {
    const own = given[nameOf(entry)] ?? [];
    return own.length > 0 && own[0] !== 'false' && own.join() !== defaultTexts(entry).join();
  });
  if (first === undefined) return;
  throw refusal(
    `--${nameOf(first[1])} is about live AWS, which has to be named on the command line: add --target aws.`,
  );
}

/** Throws the refusal of the first guard that objects. */
export function requireOfflineGuards(
  given: GivenOptions,
  confirmation: 'asked' | 'none-needed',
  { env, ask }: Terminal,
): void {
  const standIn = env[standInVariable] ?? '';
  if (standIn !== '' && !isStandInUrl(standIn)) {
    throw refusal(`${standInVariable} is for tests, and accepts only a URL of the loopback interface.`);
  }
  const { allowAccount, allowRegions } = given.of(accountOptions);
  const { createCa, caArns, plan } = given.of(authorityOptions);
  const objection = firstObjection(offlineGuards, {
    targetIsSpeltOut: given.origins.get('target') === commandLine,
    regionIsGiven: given.origins.has('region'),
    region: given.text('region') ?? '',
    allowRegions,
    allowAccount,
    createsAuthorities: createCa || confirmation === 'none-needed',
    caArns,
    isConfirmed: given.of(consentOptions).yes || plan || confirmation === 'none-needed',
    isTerminal: ask !== undefined,
    environment: env,
  });
  if (objection !== undefined) throw refusal(`--target aws: ${objection.message}`);
}

/** The configuration of a run on live AWS, whose calls and time are always limited; the guards have been checked. */
export function readLive(
  given: GivenOptions,
  budget: Budget,
  nowMs: number,
): { readonly live: LiveSettings; readonly budget: Budget } {
  const { rate = awsRate, maxTimeMs = defaultMaxTimeMs } = budget;
  return {
    budget: { ...budget, rate, maxTimeMs },
    live: {
      account: given.of(accountOptions).allowAccount ?? '',
      createsAuthorities: given.of(authorityOptions).createCa,
      caArns: given.of(authorityOptions).caArns,
      maxCostUsd: given.of(costOptions).maxCostUsd,
      journalFolder: given.of(journalOptions).journal,
      untilMs: nowMs + maxTimeMs + teardownMs,
    },
  };
}

/** By which a journal recognizes that its process runs on this machine. */
export function thisHost(): string {
  return hostname();
}
