// The options for live AWS, read and guarded before anything is sent.

import { hostname } from 'node:os';
import { awsRate } from '../../api/quotas.js';
import { firstObjection, offlineGuards } from '../../live/guards.js';
import type { Command } from 'commander';
import type { LiveSettings } from '../../run/session/run-config.js';
import { isStandInUrl, standInVariable } from '../../targets/aws-endpoints.js';
import { usageError, refusal } from '../output/failure.js';
import { callsPerSecond } from './values.js';
import type { Terminal } from '../output/terminal.js';
import { collect } from './shared-options.js';

/** Of every command that reaches AWS; all are absent in the flags of the others. */
export interface AccountFlags extends Partial<LiveSources> {
  readonly region?: string;
  readonly allowAccount?: string;
  readonly allowRegion?: readonly string[];
  readonly journal?: string;
}

export interface LiveFlags extends AccountFlags {
  readonly createCa?: boolean;
  readonly caArn?: readonly string[];
  readonly plan?: boolean;
  readonly yes?: boolean;
  readonly maxCost?: string;
  readonly maxMinutes?: string;
}

/** Where the words that decide what is touched come from. */
export interface LiveSources {
  readonly targetIsSpeltOut: boolean;
  readonly regionIsGiven: boolean;
}

/** What live AWS is called. */
export const liveTarget = 'aws';

/** How long a run on live AWS takes at most where nobody says otherwise, in milliseconds. */
const mostTimeMs = 2 * 3_600_000;

/** How long its teardown may take after that. */
const teardownMs = 30 * 60_000;

/** Options that speak of live AWS do nothing elsewhere, so whoever gives them meant something else. */
export function requireNoLiveOptions(flags: LiveFlags): void {
  const given = [
    ...(flags.allowAccount === undefined ? [] : ['--allow-account']),
    ...((flags.allowRegion ?? []).length === 0 ? [] : ['--allow-region']),
    ...(flags.createCa === true ? ['--create-ca'] : []),
    ...((flags.caArn ?? []).length === 0 ? [] : ['--ca-arn']),
    ...(flags.plan === true ? ['--plan'] : []),
    ...(flags.maxCost === undefined ? [] : ['--max-cost']),
  ];
  const [first] = given;
  if (first === undefined) return;
  throw refusal(`${first} is about live AWS, which has to be named on the command line: add --target aws.`);
}

/** Throws the refusal of the first guard that objects. */
export function requireOfflineGuards(
  flags: LiveFlags,
  confirmation: 'asked' | 'none-needed',
  { env, ask }: Terminal,
): void {
  const standIn = env[standInVariable] ?? '';
  if (standIn !== '' && !isStandInUrl(standIn)) {
    throw refusal(`${standInVariable} is for tests, and takes a URL of the loopback interface alone.`);
  }
  const objection = firstObjection(offlineGuards, {
    targetIsSpeltOut: flags.targetIsSpeltOut === true,
    regionIsGiven: flags.regionIsGiven === true,
    region: flags.region ?? '',
    allowRegions: flags.allowRegion ?? [],
    allowAccount: flags.allowAccount,
    createsAuthorities: flags.createCa === true || confirmation === 'none-needed',
    caArns: flags.caArn ?? [],
    isConfirmed: flags.yes === true || flags.plan === true || confirmation === 'none-needed',
    isTerminal: ask !== undefined,
    environment: env,
  });
  if (objection !== undefined) throw refusal(`--target aws: ${objection.message}`);
}

/** What decides a run on live AWS, and its defaults; the guards have been asked. */
export function readLiveFlags(
  flags: LiveFlags,
  { maxTimeMs, nowMs }: { readonly maxTimeMs?: number | undefined; readonly nowMs: number },
  terminal: Pick<Terminal, 'path'>,
): { readonly live: LiveSettings; readonly maxTimeMs: number } {
  const longestMs = maxTimeMs ?? mostTimeMs;
  return {
    maxTimeMs: longestMs,
    live: {
      account: flags.allowAccount ?? '',
      createsAuthorities: flags.createCa === true,
      caArns: flags.caArn ?? [],
      maxCostUsd: flags.maxCost === undefined ? undefined : readUsd(flags.maxCost),
      journalFolder: terminal.path(flags.journal ?? '.pca/journal'),
      untilMs: nowMs + longestMs + teardownMs,
    },
  };
}

function readUsd(text: string): number {
  if (/^\d{1,6}(\.\d{1,4})?$/.test(text) && Number(text) > 0) return Number(text);
  throw usageError(`--max-cost ${text} is not an amount in USD; give one such as 2 or 0.50.`);
}

export function readMinutes(text: string): number {
  if (/^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0) return Number(text) * 60_000;
  throw usageError(`--max-minutes ${text} is not a number of minutes; give one such as 30.`);
}

/** Calls of each operation in a second, where nobody says otherwise below the documented quotas. */
export function liveRate(rate: string | undefined): number {
  return rate === undefined ? awsRate : callsPerSecond('--rate', rate);
}

/** By which a journal knows that its process is one of this machine. */
export function thisHost(): string {
  return hostname();
}

/** Who may be reached, and what may be done there. */
export function withLiveOptions(command: Command): Command {
  return withAccountOptions(command)
    .option('--create-ca', 'live AWS: create CAs, and delete them afterwards')
    .option('--ca-arn <arn>', 'live AWS: a tagged CA of yours whose policy may be changed (repeatable)', collect, [])
    .option('--plan', 'live AWS: show what the run would take, and send nothing')
    .option('--yes', 'live AWS: agree to the plan beforehand')
    .option('--max-cost <usd>', 'live AWS: end the run before its CAs cost more')
    .option('--max-minutes <number>', 'end the run after so many minutes');
}

export function withAccountOptions(command: Command): Command {
  return command
    .option('--allow-account <id>', 'live AWS: the one account that may be used')
    .option('--allow-region <region>', 'live AWS: a region that may be used (repeatable)', collect, [])
    .option('--journal <folder>', 'live AWS: where the journals of runs are', '.pca/journal');
}

export function sourcesOf(command: Command): LiveSources {
  const source = (option: string): string | undefined => command.getOptionValueSource(option);
  return {
    targetIsSpeltOut: source('target') === 'cli',
    regionIsGiven: ['cli', 'config'].includes(source('region') ?? 'default'),
  };
}
