// The options that choose a target, checked before anything is sent.

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModelRevision } from '../../api/service-model.js';
import { capabilities, type Capability } from '../../api/target.js';
import { exitCodes } from '../../results/exit-code.js';
import type { TargetChoice } from '../../run/session/open-target.js';
import { builtinAccount, consistencyFor, isLoopback, type RunConfig } from '../../run/session/run-config.js';
import type { Consistency } from '../../run/judge/levels.js';
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
}

/** Before the path of a module that makes the target. */
const modulePrefix = 'module:';

/** Before the command of a driver. */
const driverPrefix = 'driver:';

/** Before the id of an emulator that is started for the run. */
const emulatorPrefix = 'emulator:';

const builtinTargets: readonly string[] = ['builtin', 'builtin:http'];
const knownTargets: readonly string[] = [...builtinTargets, liveTarget];

/** The target, whichever option names it. */
export function targetOf({ target, emulator }: Pick<TargetFlags, 'target' | 'emulator'>): string {
  return emulator === undefined ? target : `${emulatorPrefix}${emulator}`;
}

/** `option` is the one that names the target. */
export function readTargetFlags(
  flags: Omit<TargetFlags, 'callTimeout' | 'settleMs' | 'consistency'>,
  terminal: Terminal,
  option = '--target',
): TargetChoice {
  const { region, accessKey, secretKey, modelRevision, emulatorProgram, start, endpoint } = flags;
  const target = targetOf(flags);
  const caFile = terminal.path(flags.caFile);
  const isModule = target.startsWith(modulePrefix);
  const isEmulator = target.startsWith(emulatorPrefix);
  const isDriver = target.startsWith(driverPrefix);
  const isLive = target === liveTarget;
  if (isLive) requireLiveAccess(flags, option, terminal);
  else requireNoLiveOptions(flags);
  const isReached = !isLive && !builtinTargets.includes(target) && !isModule && !isEmulator && !isDriver;
  if (isReached) requireReachableUrl(`${option} ${target}`, target, flags.allowHost);
  if (isDriver) requireEndpoint(option, flags);
  else if (endpoint !== undefined) {
    throw usageError(`--endpoint ${endpoint} is what a driver calls; give the driver with --target driver:COMMAND.`);
  }
  if (isEmulator) requireKnownEmulator(target.slice(emulatorPrefix.length), flags);
  if (start !== undefined && !isReached && !isDriver) {
    throw usageError(
      `--start starts what is reached by a URL, and ${option} ${target} is none; give the URL that it listens on.`,
    );
  }
  if (emulatorProgram !== undefined && !isEmulator) {
    throw usageError('--emulator-program needs --emulator, which says how the program is started.');
  }
  if (caFile !== undefined) requireReadable(caFile);
  requireRegion(region);
  return {
    target,
    targetUrl: isReached ? target : endpoint,
    targetModule: isModule ? pathToFileURL(resolve(terminal.path(target.slice(modulePrefix.length)))).href : undefined,
    targetDriver: isDriver ? target.slice(driverPrefix.length) : undefined,
    emulator: isEmulator ? target.slice(emulatorPrefix.length) : undefined,
    emulatorProgram,
    start,
    region,
    caFile,
    accessKey,
    secretKey,
    modelRevision,
  };
}

function requireEndpoint(
  option: string,
  { target, endpoint, allowHost }: Pick<TargetFlags, 'target' | 'endpoint' | 'allowHost'>,
): void {
  const words = `${option} ${target}`;
  if (option !== '--target') {
    throw usageError(`${words} is a driver, which only "run", "replay" and "doctor" take, with --target.`);
  }
  if (words.trimEnd().endsWith(driverPrefix)) {
    throw usageError(`${words} names no command; give one such as driver:"python3 my_driver.py".`);
  }
  if (endpoint === undefined) {
    throw usageError(
      `${words} needs --endpoint, the URL that the driver is to call, such as http://127.0.0.1:5000; "pca-conformance serve" hosts one that conforms.`,
    );
  }
  if (!isUrl(endpoint)) throw usageError(`--endpoint ${endpoint} is no URL; give one such as http://127.0.0.1:5000.`);
  requireAllowedHost(`--endpoint ${endpoint}`, endpoint, allowHost);
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

/** The times of a session, for one answer and for a change to settle, and the order that its calls must show. */
export function readTimes(
  flags: Pick<TargetFlags, 'target' | 'callTimeout' | 'settleMs' | 'consistency'>,
): Pick<RunConfig, 'callTimeoutMs' | 'settleMs' | 'consistency'> {
  return {
    consistency: flags.consistency ?? consistencyFor(targetOf(flags)),
    callTimeoutMs: durationMs('--call-timeout', flags.callTimeout),
    settleMs: wholeNumber('--settle-ms', flags.settleMs, 0, 600_000),
  };
}

/** The grantees that the user says exist. The account that owns the CAs is refused as one, where it is known. */
export function readGrantees(
  flags: Pick<TargetFlags, 'target' | 'emulator' | 'granteeAccount' | 'organization' | 'allowAccount'>,
): NamedGrantees {
  const { granteeAccount, organization, allowAccount } = flags;
  if (granteeAccount !== undefined) {
    const words = `--grantee-account ${granteeAccount}`;
    if (!isAccountId(granteeAccount)) {
      throw usageError(
        `${words} is not an account id; give its 12 digits, in quotes in a file, such as "444455556666".`,
      );
    }
    if (granteeAccount === (builtinTargets.includes(targetOf(flags)) ? builtinAccount : allowAccount)) {
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
export function readCapabilities(settings: readonly string[]): Readonly<Partial<Record<Capability, boolean>>> {
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
