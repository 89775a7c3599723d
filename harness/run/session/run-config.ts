// Everything that decides a run, as plain data: it crosses from the command line to the worker that runs the checks.

import type { Consistency } from '../judge/levels.js';
import type { ModelRevision } from '../../api/service-model.js';
import type { Capability } from '../../api/target.js';
import type { Baseline } from '../../files/baseline-file.js';
import type { NamedGrantees } from '../../api/grantees.js';
import type { Resumption } from '../../files/resumption-state.js';

export type Profile = 'smoke' | 'ci' | 'nightly';

/** How strict a run is: `must` judges only what is documented or observed, `any-of` also the ambiguous. */
export type JudgedLevel = 'must' | 'any-of';

/** One part of a run that several machines share: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a run may do on live AWS. */
export interface LiveSettings {
  /** The account that the user allows, which STS has confirmed; 12 digits. */
  readonly account: string;
  readonly createsAuthorities: boolean;
  /** CAs that the user lends. */
  readonly caArns: readonly string[];
  /** The run ends before it costs more. */
  readonly maxCostUsd?: number | undefined;
  /** The folder of the journals. */
  readonly journalFolder: string;
  /** Until when at the latest the run is alive, in milliseconds since 1970. */
  readonly untilMs: number;
}

export interface RunConfig extends NamedGrantees {
  /**
   * What the user named: `builtin`, `builtin:http`, `module:FILE`, `driver:COMMAND`, `aws`, or the URL of an endpoint.
   */
  readonly target: string;
  /** Where it is reached; absent where it is in the process. */
  readonly targetUrl?: string | undefined;
  /** The module that makes it, as the URL of a file; absent where none does. */
  readonly targetModule?: string | undefined;
  /** The command of the driver that calls it; absent where the suite does. */
  readonly targetDriver?: string | undefined;
  /** The id of an emulator that is started for the run. */
  readonly emulator?: string | undefined;
  /** Its program, where it is not on the PATH. */
  readonly emulatorProgram?: string | undefined;
  /** A command of the user that starts what is reached by the URL. */
  readonly start?: string | undefined;
  /** With `--target aws` alone. */
  readonly live?: LiveSettings | undefined;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly caFile?: string | undefined;
  /** Answers of the user to what the probe would otherwise find out. */
  readonly capabilities: Readonly<Partial<Record<Capability, boolean>>>;
  /** The revision of the service model that the limits come from. */
  readonly modelRevision: ModelRevision;
  readonly profile: Profile;
  readonly seed: number;
  /** Cases for each input class. */
  readonly casesPerInputClass: number;
  readonly level: JudgedLevel;
  /** Globs on ids of requirements and checks; empty selects all. */
  readonly filters: readonly string[];
  /** Which of several parts this run is; all of it where absent. */
  readonly shard?: Shard | undefined;
  /** How many calls are under way at a time, those that are to overlap aside; more cases are, each on CAs of its own. */
  readonly concurrency: number;
  /** At most so many calls of each operation in a second. */
  readonly rate?: number | undefined;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  /** Whether the run goes on with new cases until its calls or its time are spent. */
  readonly untilBudgetEnds: boolean;
  /** The rung that the answers to overlapping calls must reach. */
  readonly consistency: Consistency;
  readonly callTimeoutMs: number;
  /** How long a write may take to settle; a read may lag for longer. */
  readonly settleMs: number;
  /** Whether failures are shown with what went over the wire. */
  readonly trace?: boolean | undefined;
  /** Where every exchange is written. */
  readonly traceFile?: string | undefined;
  /** The failures that are known and accepted. */
  readonly baseline?: Baseline | undefined;
  /** How far the run came that this one goes on with. */
  readonly resumption?: Resumption | undefined;
  /** The ledger that the target is compared with, in place of what the sources say. */
  readonly against?: string | undefined;
  /** The folder for everything that the run writes. */
  readonly outDir: string;
}

/** What holds where the user says nothing. Times in milliseconds. */
export const defaults = {
  region: 'us-east-1',
  accessKey: 'AKIDEXAMPLE',
  secretKey: 'example',
  concurrency: 4,
  callTimeoutMs: 5_000,
  settleMs: 1_000,
} as const;

/** The level by which a target is judged where nobody says otherwise: AWS promises none, what is built in keeps the strictest. */
export function consistencyFor(target: string): Consistency {
  return target === 'builtin' || target === 'builtin:http' ? 'linearizable' : 'eventual';
}

/** The account that owns the CAs of the built-in target. */
export const builtinAccount = '111122223333';

/** Whether the host of a URL is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Cases for each input class by profile. What is left of a night goes to random ones. */
export const casesPerInputClass: Readonly<Record<Profile, number>> = { smoke: 1, ci: 4, nightly: 10 };

/** How long a run of profile `nightly` takes where nobody says otherwise, in milliseconds. */
export const nightlyTimeMs = 15 * 60_000;
