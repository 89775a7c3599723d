// Reads the options that choose a target, before anything is sent.

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodes } from '../../results/exit-code.js';
import { emulatorIds } from '../../emulators/load.js';
import { listsCbor, type ModelRevision } from '../../api/service-model.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import type { Parsed } from '../../run/options/option-table.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { builtinAccount, judgingOf, type Judging, type TargetConfig } from '../../run/session/run-config.js';
import { isLoopback, type TargetChoice } from '../../run/session/target-choice.js';
import { isAwsHost } from '../../targets/aws-endpoints.js';
import { suggestion } from '../../text/nearest.js';
import { CommandFailure, errorMessage, refusal, usageError } from '../output/failure.js';
import type { Terminal } from '../output/terminal.js';
import type { GivenOptions } from './given-options.js';
import { accountOptions } from './live-options.js';
import { readPrincipals } from './read-principals.js';
import { liveTarget, requireNoLiveOptions, requireOfflineGuards } from './read-live.js';
import { targetOptions } from './target-options.js';

const knownTargets: readonly string[] = ['builtin', 'builtin:http', liveTarget];

/** The option that names a target, its value, and whether it may name live AWS. */
interface Named {
  readonly option: string;
  readonly word: string;
  readonly mayBeLive: boolean;
}

type TargetOptions = Parsed<typeof targetOptions>;

/** The target of a command. Unsafe targets are refused before any other mistake is reported. */
export function readTarget(
  given: GivenOptions,
  terminal: Terminal,
  { mayBeLive = false }: { readonly mayBeLive?: boolean } = {},
): TargetConfig {
  const options = given.of(targetOptions);
  const { target, emulator } = options;
  const word = emulator === undefined ? target : `emulator:${emulator}`;
  const named = readNamedTarget(given, terminal, { option: '--target', word, mayBeLive });
  return { ...named, principals: readPrincipals(given, named.choice) };
}

/** A target that another option names. */
export function readNamedTarget(given: GivenOptions, terminal: Terminal, named: Named): TargetConfig {
  const choice = withProgram(readChoice(given, terminal, named), given.of(targetOptions), named);
  const connection = given.of(connectionOptions);
  if (connection.caFile !== undefined) requireReadable(connection.caFile);
  return { ...connection, choice };
}

/** The meaning of the value: most kinds are a prefix and what follows it. */
function readChoice(given: GivenOptions, terminal: Terminal, named: Named): TargetChoice {
  const { option, word } = named;
  const options = given.of(targetOptions);
  if (word === liveTarget) requireLiveAccess(given, named, terminal);
  else requireNoLiveOptions(given);
  if (word === 'builtin' || word === 'aws') return { kind: word };
  if (word === 'builtin:http') return { kind: 'builtin-http' };
  const [, prefix, rest = ''] = /^(module|driver|emulator):(.*)$/s.exec(word) ?? [];
  switch (prefix) {
    case 'module':
      return { kind: 'module', file: rest, url: pathToFileURL(resolve(terminal.path(rest))).href };
    case 'driver':
      return { kind: 'driver', command: rest, endpoint: readEndpoint(named, options) };
    case 'emulator':
      requireKnownEmulator(rest, options);
      return { kind: 'emulator', id: rest };
    default:
      requireReachableUrl(`${option} ${word}`, word, options.allowHosts);
      return { kind: 'http', url: word };
  }
}

/** Adds the command that starts the target; an option for another kind of target is a mistake. */
function withProgram(choice: TargetChoice, options: TargetOptions, { option, word }: Named): TargetChoice {
  const { start, endpoint, emulatorProgram: program } = options;
  if (endpoint !== undefined && choice.kind !== 'driver') {
    throw usageError(`--endpoint ${endpoint} is what a driver calls; give the driver with --target driver:COMMAND.`);
  }
  if (start !== undefined && choice.kind !== 'http' && choice.kind !== 'driver') {
    throw usageError(
      `--start requires a URL target, but ${option} ${word} is not a URL. Pass the URL that the program listens on.`,
    );
  }
  if (program !== undefined && choice.kind !== 'emulator') {
    throw usageError('--emulator-program needs --emulator, which says how the program is started.');
  }
  if (choice.kind === 'emulator') return { ...choice, program };
  return choice.kind === 'http' || choice.kind === 'driver' ? { ...choice, start } : choice;
}

function readEndpoint({ option, word }: Named, { endpoint, allowHosts }: TargetOptions): string {
  const words = `${option} ${word}`;
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
  if (!isUrl(endpoint))
    throw usageError(`--endpoint ${endpoint} is not a URL; give one such as http://127.0.0.1:5000.`);
  requireAllowedHost(`--endpoint ${endpoint}`, endpoint, allowHosts);
  return endpoint;
}

/** Only some commands have the options that live AWS requires. */
function requireLiveAccess(given: GivenOptions, { option, mayBeLive }: Named, terminal: Terminal): void {
  if (!mayBeLive) {
    throw refusal(`${option} aws: only run and record judge live AWS. Replay its cases on another target.`);
  }
  requireOfflineGuards(given, 'asked', terminal);
}

function requireKnownEmulator(id: string, { target, emulator }: TargetOptions): void {
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

/** Loopback only, unless the user names the host: nothing is sent to AWS, or anywhere else, by accident. */
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

/** What the answers of a target are judged by. The account that owns the CAs is refused as grantee, if it is known. */
/** What can be known before anything is sent. */
function requireCbor({ kind }: TargetChoice, modelRevision: ModelRevision): void {
  if (!listsCbor(modelRevision)) {
    throw usageError(`--protocol cbor: the service model of ${modelRevision} lists JSON only.`);
  }
  if (!['http', 'builtin-http', 'emulator', 'aws'].includes(kind)) {
    throw usageError('--protocol cbor needs a target behind a URL; others are called in JSON.');
  }
}

export function readJudging(
  given: GivenOptions,
  choice: TargetChoice,
  capabilities: Judging['capabilities'] = {},
): Judging {
  const options = given.of(judgingOptions);
  const { granteeAccount, protocol, modelRevision } = options;
  if (protocol === 'cbor') requireCbor(choice, modelRevision);
  const isBuiltin = choice.kind === 'builtin' || choice.kind === 'builtin-http';
  const owner = isBuiltin ? builtinAccount : given.of(accountOptions).allowAccount;
  if (granteeAccount !== undefined && granteeAccount === owner) {
    throw usageError(
      `--grantee-account ${granteeAccount} is the account that owns the CAs; give another one that exists.`,
    );
  }
  return judgingOf(options, choice, capabilities);
}
