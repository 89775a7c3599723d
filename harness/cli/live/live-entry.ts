// Authorizes a run on live AWS: the plan, the user's agreement to it, the guards; and the messages at its end.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { awsRate } from '../../api/quotas.js';
import type { Report } from '../../files/report.js';
import type { CaseToRecord } from '../../ledger/record.js';
import { authorityLimits } from '../../live/live-run.js';
import { planOf, quotaObjection, renderPlan, usd } from '../../live/plan.js';
import type { Redactor } from '../../live/redaction.js';
import type { Leftover } from '../../run/session/authority-pool.js';
import type { Check } from '../../run/cases/check.js';
import type { LiveSettings, RunConfig } from '../../run/session/run-config.js';
import { standInVariable } from '../../targets/aws-endpoints.js';
import { CommandFailure } from '../output/failure.js';
import { enterAccount, enterAuthorities, requireAgreement, requireQuota } from './live-access.js';
import type { GivenOptions } from '../options/given-options.js';
import { authorityOptions, consentOptions } from '../options/live-options.js';
import { refusal } from '../output/failure.js';
import { rehearse, rehearseCorpus } from './rehearsal.js';
import type { Terminal } from '../output/terminal.js';

export type LiveEntry = { readonly kind: 'planned' } | { readonly kind: 'entered'; readonly redactor: Redactor };

/** The task: the checks of a run, or the corpus, twice. */
export type Undertaking =
  | { readonly kind: 'checks'; readonly checks: readonly Check[] }
  | { readonly kind: 'corpus'; readonly corpus: readonly CaseToRecord[] };

/** The configuration of a run, or of another command that calls live AWS. */
export type LiveConfig = Omit<RunConfig, 'output'>;

/** Shows the plan on stderr, and continues if the user agrees. Rejects with a refusal. */
export async function enterLive(
  config: LiveConfig,
  given: GivenOptions,
  undertaking: Undertaking,
  terminal: Terminal,
): Promise<LiveEntry> {
  const { stdout, stderr, env } = terminal;
  const { live } = config;
  const { plan: onlyPlans } = given.of(authorityOptions);
  const { region } = config.target;
  const { rate = awsRate, maxTimeMs, untilBudgetEnds } = config.budget;
  if (live === undefined) throw new Error('There is nothing to enter.');
  const { createsAuthorities, caArns } = live;
  const calls = new Map(await countCalls(config, undertaking, createsAuthorities));
  const plan = planOf({
    calls,
    rate,
    borrowed: caArns.length,
    maxCreations: authorityLimits.maxCreations,
    untilMs: untilBudgetEnds ? maxTimeMs : undefined,
  });
  const standIn = env[standInVariable] ?? '';
  if (standIn !== '') stderr.write(`A stand-in is used, for tests, and not AWS: ${standIn}\n`);
  (onlyPlans ? stdout : stderr).write(renderPlan(plan));
  const objection = quotaObjection(plan);
  if (objection !== undefined) throw refusal(`--target aws: ${objection}`);
  if (onlyPlans) return { kind: 'planned' };
  if (!given.of(consentOptions).yes) await requireAgreement(terminal);
  const { redactor } = await enterAccount(region, live.account, terminal, config.judging);
  await enterAuthorities({ region, rate }, caArns);
  await requireQuota({ region, rate }, plan);
  return { kind: 'entered', redactor };
}

async function countCalls(
  config: LiveConfig,
  undertaking: Undertaking,
  createsAuthorities: boolean,
): Promise<ReadonlyMap<string, number>> {
  if (undertaking.kind === 'corpus') return rehearseCorpus(config, undertaking.corpus);
  if (createsAuthorities) return rehearse(config, undertaking.checks);
  const calls = new Map(
    await rehearse(
      config,
      undertaking.checks.filter(({ needs = [] }) => !needs.includes('states')),
    ),
  );
  for (const kind of ['CreateCertificateAuthority', 'DeleteCertificateAuthority']) calls.delete(kind);
  return calls;
}

export interface LiveEnd {
  readonly leftovers: Report['leftovers'] | readonly Leftover[];
  readonly costUsd?: number | undefined;
  readonly live?: LiveSettings | undefined;
}

/** The cost, and any CAs left over: the user must know them, and no report names them. */
export function showLeftovers({ leftovers, costUsd, live }: LiveEnd, { stderr }: Pick<Terminal, 'stderr'>): void {
  if (costUsd !== undefined) stderr.write(`The CAs cost at most ${usd(costUsd)}.\n`);
  const redact = (text: string): string => (live === undefined ? text : text.replaceAll(live.account, '<account>'));
  for (const { arn, reason } of leftovers) {
    stderr.write(`${terminalText(`left over: ${redact(arn)}: ${redact(reason)}`, 1_000)}\n`);
  }
  if (leftovers.length === 0 || live === undefined) return;
  stderr.write(`The whole ARNs are in ${live.journalFolder}; "pca-conformance sweep --delete" removes them.\n`);
}

/** If a budget ended the run, nothing is concluded about the checks after it. */
export function showWayOn({ stopped, seed }: Report['run'], { stderr }: Pick<Terminal, 'stderr'>): void {
  if (stopped === null) return;
  stderr.write(`Nothing is concluded beyond here; --seed ${seed} and a larger budget go on.\n`);
}

/** A crash message may contain as much as a report. */
export async function withoutSecrets<Result>(
  redactor: Redactor | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (redactor === undefined) return work();
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandFailure) throw new CommandFailure(error.exitCode, redactor.text(error.message));
    const told = new Error(redactor.text(error instanceof Error ? error.message : String(error)));
    told.stack = redactor.text(error instanceof Error ? (error.stack ?? '') : '');
    throw told;
  }
}
