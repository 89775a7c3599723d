// Reads the options of `run` into its configuration; a mistake ends the command before anything is sent.

import { requirementIds } from '../../catalogue/index.js';
import type { Baseline } from '../../files/baseline-file.js';
import type { Check } from '../../run/cases/check.js';
import { matchesFilters } from '../../run/cases/select-checks.js';
import { budgetOptions } from '../../run/options/budget-options.js';
import { evidenceOptions } from '../../run/options/judging-options.js';
import { outputOptions } from '../../run/options/output-options.js';
import { selectionOptions } from '../../run/options/selection-options.js';
import { budgetOf, selectionOf, type RunConfig } from '../../run/session/run-config.js';
import { suggestion } from '../../text/nearest.js';
import { usageError } from '../output/failure.js';
import { reportKinds, requireKnownForm, type ReportKind } from '../output/report-forms.js';
import type { Terminal } from '../output/terminal.js';
import type { TargetChoice } from '../../run/session/target-choice.js';
import { runDisplayOptions } from './display-options.js';
import { authorityOptions } from './live-options.js';
import type { GivenOptions } from './given-options.js';
import { readLive } from './read-live.js';
import { readJudging, readTarget } from './read-target.js';

export interface RequestedReport {
  readonly kind: ReportKind;
  readonly path: string;
}

export async function readRun(given: GivenOptions, checks: readonly Check[], terminal: Terminal): Promise<RunConfig> {
  // The target comes first: a refusal for safety outweighs every other mistake.
  const target = readTarget(given, terminal, { mayBeLive: true });
  const { choice } = target;
  const selection = selectionOf(given.of(selectionOptions));
  requireMatches(selection.filters, checks);
  const limits = budgetOf(given.of(budgetOptions), selection.profile);
  const budget = isOneAtATime(choice, given) ? { ...limits, concurrency: 1 } : limits;
  const { against, baseline, capabilities } = given.of(evidenceOptions);
  const config: RunConfig = {
    target,
    selection,
    judging: readJudging(given, choice, Object.fromEntries(capabilities)),
    output: given.of(outputOptions),
    baseline: await readKnownFailures(baseline, checks),
    against,
    budget,
    ...(choice.kind === 'aws' ? readLive(given, budget, Date.now()) : {}),
  };
  if (!given.of(runDisplayOptions).resume) return config;
  const { resumed } = await import('./read-events.js');
  return resumed(config, { seedIsGiven: given.origins.has('seed') });
}

/** The reader of files is loaded here, because most runs have none. */
async function readKnownFailures(file: string | undefined, checks: readonly Check[]): Promise<Baseline | undefined> {
  if (file === undefined) return undefined;
  const { readBaselineFile } = await import('./read-baseline-file.js');
  return readBaselineFile('--baseline', file, checks);
}

/**
 * In process there is nothing to wait for, and one check at a time makes the same seed repeat the same run. CAs of the user
 * are few, and a check that waits for one that another check holds would wait for ever.
 */
function isOneAtATime({ kind }: TargetChoice, given: GivenOptions): boolean {
  return kind === 'builtin' || (kind === 'aws' && !given.of(authorityOptions).createCa);
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
