// Everything that decides a run, as plain data.

import type { Consistency } from '../judge/levels.js';
import type { ModelRevision } from '../../api/service-model.js';
import type { Capability } from '../../api/target.js';
import type { Baseline } from '../../files/baseline-file.js';
import type { NamedGrantees } from '../../api/grantees.js';
import type { Resumption } from '../../files/resumption-state.js';
import type { TargetChoice } from './target-choice.js';

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

/** What is judged, and how it is reached. */
export interface TargetConfig {
  readonly choice: TargetChoice;
  /** Where it is reached if it was started for the run. */
  readonly hostedUrl?: string | undefined;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly caFile?: string | undefined;
}

/** Which checks are made, and which cases of them. */
export interface Selection {
  readonly profile: Profile;
  readonly seed: number;
  /** Cases for each input class. */
  readonly runs: number;
  /** Globs on ids of requirements and checks; empty selects all. */
  readonly filters: readonly string[];
  readonly level: JudgedLevel;
  /** Which of several parts this run is; all of it if absent. */
  readonly shard?: Shard | undefined;
}

/** The limits of a run. */
export interface Budget {
  /** How many calls are under way at a time, those that are to overlap aside; more cases are, each on CAs of its own. */
  readonly concurrency: number;
  /** At most so many calls of each operation in a second. */
  readonly rate?: number | undefined;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  /** Whether the run goes on with new cases until its calls or its time are spent. */
  readonly untilBudgetEnds: boolean;
}

/** By what answers are judged. */
export interface Judging extends NamedGrantees {
  /** The revision of the service model that the limits come from. */
  readonly modelRevision: ModelRevision;
  /** Answers of the user to what the probe would otherwise find out. */
  readonly capabilities: Readonly<Partial<Record<Capability, boolean>>>;
  readonly callTimeoutMs: number;
  /** How long a write may take to settle; a read may lag for longer. */
  readonly settleMs: number;
  /** The consistency model that the answers to overlapping calls must satisfy. */
  readonly consistency: Consistency;
}

/** What a run writes. */
export interface Output {
  /** The folder for everything that the run writes. */
  readonly outDir: string;
  /** Whether failures are shown with what went over the wire. */
  readonly trace?: boolean | undefined;
  /** Where every exchange is written. */
  readonly traceFile?: string | undefined;
}

export interface RunConfig {
  readonly target: TargetConfig;
  readonly selection: Selection;
  readonly budget: Budget;
  readonly judging: Judging;
  readonly output: Output;
  /** With `--target aws` alone. */
  readonly live?: LiveSettings | undefined;
  /** The failures that are known and accepted. */
  readonly baseline?: Baseline | undefined;
  /** The ledger that the target is compared with, instead of the documentation. */
  readonly against?: string | undefined;
  /** How far the run came that this one goes on with. */
  readonly resumption?: Resumption | undefined;
}

/** Default values; times in milliseconds. */
export const defaults = {
  target: { region: 'us-east-1', accessKey: 'AKIDEXAMPLE', secretKey: 'example' },
  concurrency: 4,
  callTimeoutMs: 5_000,
  settleMs: 1_000,
} as const;

/** Default consistency model: eventual for AWS and unknown targets, linearizable for the built-in one. */
export function consistencyFor({ kind }: TargetChoice): Consistency {
  return kind === 'builtin' || kind === 'builtin-http' ? 'linearizable' : 'eventual';
}

/** The account that owns the CAs of the built-in target. */
export const builtinAccount = '111122223333';

/** Cases for each input class by profile. What is left of a night goes to random ones. */
export const casesPerInputClass: Readonly<Record<Profile, number>> = { smoke: 1, ci: 4, nightly: 10 };

/** How long a run of profile `nightly` takes by default, in milliseconds. */
export const nightlyTimeMs = 15 * 60_000;
