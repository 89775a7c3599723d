// The options that choose a target, checked before anything is sent.

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModelRevision } from '../../api/service-model.js';
import { capabilities, type Capability } from '../../api/target.js';
import { exitCodes } from '../../results/exit-code.js';
import { builtinAccount, consistencyFor, type Judging, type TargetConfig } from '../../run/session/run-config.js';
import type { Consistency } from '../../run/judge/levels.js';
import { isLoopback, type TargetChoice } from '../../run/session/target-choice.js';
import { isAccountId, isOrganizationId, type NamedGrantees } from '../../api/grantees.js';
import { CommandFailure, errorMessage, usageError } from '../output/failure.js';
import { emulatorIds } from '../../emulators/load.js';
import { liveTarget, requireNoLiveOptions, requireOfflineGuards, type LiveFlags } from './live-options.js';
import { refusal } from '../output/failure.js';
import { isAwsHost } from '../../targets/aws-endpoints.js';
import { suggestion } from './nearest.js';
import { durationMs, requireRegion, wholeNumber } from './values.js';
import type { Terminal } from '../output/terminal.js';

export interface TargetFlags extends LiveFlags {
  readonly target: string;
  /** The id of a known emulator, in place of `target`. */
  readonly emulator?: string;
  readonly emulatorProgram?: string;
  readonly endpoint?: string;
  readonly start?: string;
  readonly region: string;
  readonly modelRevision: ModelRevision;
  readonly allowHost: readonly string[];
  readonly caFile?: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly callTimeout: string;
  readonly settleMs: string;
  readonly granteeAccount?: string;
  readonly organization?: string;
  readonly consistency?: Consistency;
  readonly capability?: readonly string[];
}

const knownTargets: readonly string[] = ['builtin', 'builtin:http', liveTarget];

/** The target, whichever option names it. */
function wordOf({ target, emulator }: Pick<TargetFlags, 'target' | 'emulator'>): string {
  return emulator === undefined ? target : `emulator:${emulator}`;
}

/** `option` is the one that names the target. Refuses what is unsafe before it finds any other mistake. */
export function readTarget(
  flags: Omit<TargetFlags, 'callTimeout' | 'settleMs' | 'consistency'>,
  terminal: Terminal,
  option = '--target',
): TargetConfig {
  const { region, accessKey, secretKey } = flags;
  const caFile = terminal.path(flags.caFile);
  const words = `${option} ${wordOf(flags)}`;
  const choice = withProgram(readChoice(flags, terminal, { option, words }), flags, words);
  if (caFile !== undefined) requireReadable(caFile);
  requireRegion(region);
  return { choice, region, caFile, accessKey, secretKey };
}

type ChoiceFlags = Omit<TargetFlags, 'callTimeout' | 'settleMs' | 'consistency' | 'region'>;

/** What the word means: most kinds are a prefix and what follows it. */
function readChoice(
  flags: ChoiceFlags,
  terminal: Terminal,
  { option, words }: { readonly option: string; readonly words: string },
): TargetChoice {
  const word = wordOf(flags);
  if (word === liveTarget) requireLiveAccess(flags, option, terminal);
  else requireNoLiveOptions(flags);
  if (word === 'builtin' || word === 'aws') return { kind: word };
  if (word === 'builtin:http') return { kind: 'builtin-http' };
  const [, prefix, rest = ''] = /^(module|driver|emulator):(.*)$/s.exec(word) ?? [];
  switch (prefix) {
    case 'module':
      return { kind: 'module', file: rest, url: pathToFileURL(resolve(terminal.path(rest))).href };
    case 'driver':
      return { kind: 'driver', command: rest, endpoint: readEndpoint(option, words, flags) };
    case 'emulator':
      requireKnownEmulator(rest, flags);
      return { kind: 'emulator', id: rest };
    default:
      requireReachableUrl(words, word, flags.allowHost);
      return { kind: 'http', url: word };
  }
}

/** Adds what is started for the target; an option for another kind of target is a mistake. */
function withProgram(choice: TargetChoice, flags: ChoiceFlags, words: string): TargetChoice {
  const { start, endpoint, emulatorProgram: program } = flags;
  if (endpoint !== undefined && choice.kind !== 'driver') {
    throw usageError(`--endpoint ${endpoint} is what a driver calls; give the driver with --target driver:COMMAND.`);
  }
  if (start !== undefined && choice.kind !== 'http' && choice.kind !== 'driver') {
    throw usageError(
      `--start requires a URL target, but ${words} is not a URL. Pass the URL that the program listens on.`,
    );
  }
  if (program !== undefined && choice.kind !== 'emulator') {
    throw usageError('--emulator-program needs --emulator, which says how the program is started.');
  }
  if (choice.kind === 'emulator') return { ...choice, program };
  return choice.kind === 'http' || choice.kind === 'driver' ? { ...choice, start } : choice;
}

function readEndpoint(option: string, words: string, { endpoint, allowHost }: ChoiceFlags): string {
  if (option !== '--target') {
    throw usageError(`${words} is a driver, which only "run", "replay" and "doctor" take, with --target.`);
  }
  if (words.trimEnd().endsWith('driver:')) {
    throw usageError(`${words} names no command; give one such as driver:"python3 my_driver.py".`);
  }
  if (endpoint === undefined) {
    throw usageError(
      `${words} needs --endpoint, the URL that the driver is to call, such as http://127.0.0.1:5000; "pca-conformance serve" hosts one that conforms.`,
    );
  }
  if (!isUrl(endpoint)) throw usageError(`--endpoint ${endpoint} is no URL; give one such as http://127.0.0.1:5000.`);
  requireAllowedHost(`--endpoint ${endpoint}`, endpoint, allowHost);
  return endpoint;
}

/** Only some commands take the options without which live AWS is out of reach. */
function requireLiveAccess(flags: LiveFlags, option: string, terminal: Terminal): void {
  if (flags.allowRegion === undefined) {
    throw refusal(`${option} aws: only run and record judge live AWS. Replay its cases on another target.`);
  }
  requireOfflineGuards(flags, 'asked', terminal);
}

function requireKnownEmulator(id: string, { target, emulator }: Pick<TargetFlags, 'target' | 'emulator'>): void {
  if (emulator !== undefined && target !== 'builtin') {
    throw usageError(`--emulator ${emulator} and --target ${target} both name a target; give one of them.`);
  }
  const known = emulatorIds();
  if (known.includes(id)) return;
  throw usageError(
    `there is no emulator ${id}; "pca-conformance emulators" lists those that are known.${suggestion(id, known)}`,
  );
}

function requireReachableUrl(words: string, target: string, allowedHosts: readonly string[]): void {
  if (!isUrl(target)) {
    throw usageError(
      `${words} is neither "builtin" nor "builtin:http", neither a module nor a driver, an emulator or a URL; give one such as http://127.0.0.1:5000, module:./my-target.js or emulator:moto.` +
        suggestion(target, knownTargets),
    );
  }
  requireAllowedHost(words, target, allowedHosts);
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** Only loopback, unless the user names the host: nothing is sent to AWS, or anywhere, by accident. */
function requireAllowedHost(words: string, url: string, allowedHosts: readonly string[]): void {
  const { hostname } = new URL(url);
  if (isAwsHost(hostname)) {
    throw refusal(`${words} is AWS itself, which is reached with --target aws and its guards alone.`);
  }
  if (isLoopback(hostname) || allowedHosts.includes(hostname)) return;
  throw new CommandFailure(
    exitCodes.refused,
    `${words} is not on this machine, so nothing was sent. Add --allow-host ${hostname} to send calls there.`,
  );
}

function requireReadable(caFile: string): void {
  try {
    accessSync(caFile, constants.R_OK);
  } catch (error) {
    throw usageError(`--ca-file ${caFile} cannot be read: ${errorMessage(error)}`);
  }
}

/** By what the answers of a target are judged. */
export function readJudging(
  flags: Pick<
    TargetFlags,
    | 'modelRevision'
    | 'callTimeout'
    | 'settleMs'
    | 'consistency'
    | 'granteeAccount'
    | 'organization'
    | 'allowAccount'
    | 'capability'
  >,
  choice: TargetChoice,
): Judging {
  return {
    modelRevision: flags.modelRevision,
    capabilities: readCapabilities(flags.capability ?? []),
    consistency: flags.consistency ?? consistencyFor(choice),
    callTimeoutMs: durationMs('--call-timeout', flags.callTimeout),
    settleMs: wholeNumber('--settle-ms', flags.settleMs, 0, 600_000),
    ...readGrantees(flags, choice),
  };
}

/** The grantees that the user says exist. The account that owns the CAs is refused as one, where it is known. */
function readGrantees(
  flags: Pick<TargetFlags, 'granteeAccount' | 'organization' | 'allowAccount'>,
  { kind }: TargetChoice,
): NamedGrantees {
  const { granteeAccount, organization, allowAccount } = flags;
  if (granteeAccount !== undefined) {
    const words = `--grantee-account ${granteeAccount}`;
    if (!isAccountId(granteeAccount)) {
      throw usageError(
        `${words} is not an account id; give its 12 digits, in quotes in a file, such as "444455556666".`,
      );
    }
    if (granteeAccount === (kind === 'builtin' || kind === 'builtin-http' ? builtinAccount : allowAccount)) {
      throw usageError(`${words} is the account that owns the CAs; give another one that exists.`);
    }
  }
  if (organization !== undefined && !isOrganizationId(organization)) {
    throw usageError(
      `--organization ${organization} is not the id of an organization; give o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5.`,
    );
  }
  return { granteeAccount, organization };
}

/** Reads `NAME=yes` and `NAME=no`. */
function readCapabilities(settings: readonly string[]): Readonly<Partial<Record<Capability, boolean>>> {
  return Object.fromEntries(
    settings.map((setting) => {
      const match = /^([^=]+)=(yes|no)$/.exec(setting);
      const name = capabilities.find((capability) => capability === match?.[1]);
      if (name === undefined) {
        const word = setting.split('=', 1)[0] ?? '';
        throw usageError(
          `--capability ${setting} is not of the form NAME=yes or NAME=no, NAME being one of ${capabilities.join(', ')}.` +
            suggestion(word, capabilities),
        );
      }
      return [name, match?.[2] === 'yes'];
    }),
  );
}
