// The configuration of a run, as plain data.

import { randomInt } from 'node:crypto';
import type { NamedSpec } from '../../api/principal-spec.js';
import type { Capability } from '../../api/target.js';
import type { Baseline } from '../../files/baseline-file.js';
import type { Resumption } from '../../files/resumption-state.js';
import type { RequiredConsistency } from '../judge/levels.js';
import { budgetOptions, type BudgetOptions } from '../options/budget-options.js';
import { judgingOptions, type JudgingOptions } from '../options/judging-options.js';
import { parseGroup } from '../options/option-table.js';
import { outputOptions, type OutputOptions } from '../options/output-options.js';
import { selectionOptions, type Profile, type SelectionOptions } from '../options/selection-options.js';
import { connectionOptions, type ConnectionOptions } from '../options/target-options.js';
import type { PrincipalAccesses } from '../../targets/principal-access.js';
import type { TargetChoice } from './target-choice.js';

/** What a run may do on live AWS. */
export interface LiveSettings {
  /** The account that the user allows, which STS has confirmed; 12 digits. */
  readonly account: string;
  readonly createsAuthorities: boolean;
  /** CAs that the user provides. */
  readonly caArns: readonly string[];
  /** The run ends before it costs more. */
  readonly maxCostUsd?: number | undefined;
  /** The folder of the journals. */
  readonly journalFolder: string;
  /** Until when the run is alive at the latest, in milliseconds since 1970. */
  readonly untilMs: number;
}

/** The target, and how it is reached. */
export interface TargetConfig extends ConnectionOptions {
  readonly choice: TargetChoice;
  /** Its address if it was started for the run. */
  readonly hostedUrl?: string | undefined;
  /** The principals that the user named. */
  readonly principals?: readonly NamedSpec[] | undefined;
  /** How their calls are sent, once they were found. */
  readonly accesses?: PrincipalAccesses | undefined;
}

/** Which checks are made, and which cases of them. */
export interface Selection extends SelectionOptions {
  readonly seed: number;
  readonly runs: number;
}

/** The limits of a run. */
export interface Budget extends BudgetOptions {
  /** Whether the run continues with new cases until its calls or its time are spent. */
  readonly untilBudgetEnds: boolean;
}

/** How answers are judged. */
export interface Judging extends JudgingOptions {
  readonly consistency: RequiredConsistency;
  /** Answers of the user that replace the probe. */
  readonly capabilities: Readonly<Partial<Record<Capability, boolean>>>;
}

export interface RunConfig {
  readonly target: TargetConfig;
  readonly selection: Selection;
  readonly budget: Budget;
  readonly judging: Judging;
  readonly output: OutputOptions;
  /** Only with `--target aws`. */
  readonly live?: LiveSettings | undefined;
  /** The failures that are known and accepted. */
  readonly baseline?: Baseline | undefined;
  /** The ledger that the target is compared with, instead of the documentation. */
  readonly against?: string | undefined;
  /** The progress of the run that is resumed. */
  readonly resumption?: Resumption | undefined;
}

/** Draws a seed and takes the number of cases from the profile unless they were given. */
export function selectionOf(options: SelectionOptions): Selection {
  return {
    ...options,
    seed: options.seed ?? randomInt(2 ** 31),
    runs: options.runs ?? casesPerInputClass[options.profile],
  };
}

/** A nightly run ends with its budget; if none was given, after a time. */
export function budgetOf(options: BudgetOptions, profile: Profile): Budget {
  const untilBudgetEnds = profile === 'nightly';
  const isOpen = untilBudgetEnds && options.maxCalls === undefined && options.maxTimeMs === undefined;
  return { ...options, ...(isOpen ? { maxTimeMs: nightlyTimeMs } : {}), untilBudgetEnds };
}

export function judgingOf(
  options: JudgingOptions,
  target: TargetChoice,
  capabilities: Judging['capabilities'] = {},
): Judging {
  return { ...options, consistency: options.consistency ?? consistencyFor(target), capabilities };
}

/** The values of the options of a run, by key. */
export function optionValuesOf(config: Omit<RunConfig, 'output'>): Readonly<Record<string, unknown>> {
  const { target, selection, budget, judging, against } = config;
  return { ...target, ...selection, ...budget, ...judging, against };
}

/** Default consistency model: eventual for AWS and unknown targets, linearizable for the built-in one. */
export function consistencyFor({ kind }: TargetChoice): RequiredConsistency {
  return kind === 'builtin' || kind === 'builtin-http' ? 'linearizable' : 'eventual';
}

/** The account that owns the CAs of the built-in target. */
export const builtinAccount = '111122223333';

/** Cases for each input class by profile. The remaining budget of a nightly run is used for random ones. */
export const casesPerInputClass: Readonly<Record<Profile, number>> = { smoke: 1, ci: 4, nightly: 10 };

/** How long a run of profile `nightly` takes by default, in milliseconds. */
const nightlyTimeMs = 15 * 60_000;

/** The parts of a configuration if the user gives nothing, judged as the built-in target is. */
export const defaults = {
  target: parseGroup(connectionOptions, {}),
  selection: { ...parseGroup(selectionOptions, {}), seed: 1, runs: casesPerInputClass.ci },
  budget: budgetOf(parseGroup(budgetOptions, {}), 'ci'),
  judging: judgingOf(parseGroup(judgingOptions, {}), { kind: 'builtin' }),
  output: parseGroup(outputOptions, {}),
};
