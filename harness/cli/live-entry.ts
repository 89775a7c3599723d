// The way of a run onto live AWS: the plan, the agreement to it, the guards; and what is said at its end.

import type { Report } from '../api/report.js';
import { planOf, renderPlan, usd } from '../live/plan.js';
import type { Redactor } from '../live/redaction.js';
import type { Check } from '../run/check.js';
import type { LiveSettings, RunConfig } from '../run/run-config.js';
import { standInVariable } from '../targets/aws-endpoints.js';
import { CommandFailure } from './failure.js';
import { enterAccount, enterAuthorities, requireAgreement } from './live-access.js';
import type { LiveFlags } from './live-options.js';
import { rehearse } from './rehearsal.js';

export type LiveEntry = { readonly kind: 'planned' } | { readonly kind: 'entered'; readonly redactor: Redactor };

/** Shows the plan on stderr, and goes on where that is agreed to. Rejects with a refusal. */
export async function enterLive(config: RunConfig, flags: LiveFlags, checks: readonly Check[]): Promise<LiveEntry> {
  const { live, rate = 1, region, maxTimeMs, untilBudgetEnds } = config;
  if (live === undefined) throw new Error('There is nothing to enter.');
  const { createsAuthorities, caArns } = live;
  const possible = createsAuthorities ? checks : checks.filter(({ needs = [] }) => !needs.includes('states'));
  const calls = new Map(await rehearse(config, possible));
  if (!createsAuthorities) {
    for (const kind of ['CreateCertificateAuthority', 'DeleteCertificateAuthority']) calls.delete(kind);
  }
  const plan = planOf({ calls, rate, borrowed: caArns.length, untilMs: untilBudgetEnds ? maxTimeMs : undefined });
  const standIn = process.env[standInVariable] ?? '';
  if (standIn !== '') process.stderr.write(`A stand-in is used, for tests, and not AWS: ${standIn}\n`);
  (flags.plan === true ? process.stdout : process.stderr).write(renderPlan(plan));
  if (flags.plan === true) return { kind: 'planned' };
  if (flags.yes !== true) await requireAgreement();
  const { redactor } = await enterAccount(region, live.account);
  await enterAuthorities(config, caArns);
  return { kind: 'entered', redactor };
}

/** What it cost, and, where CAs were left over, which: a person has to know them, and no file names them. */
export function showLiveEnd({ run: { costUsd }, leftovers }: Report, { account, journalFolder }: LiveSettings): void {
  if (costUsd !== undefined) process.stderr.write(`The CAs cost at most ${usd(costUsd)}.\n`);
  for (const { arn, reason } of leftovers) {
    process.stderr.write(
      `left over: ${arn.replaceAll(account, '<account>')}: ${reason.replaceAll(account, '<account>')}\n`,
    );
  }
  if (leftovers.length === 0) return;
  process.stderr.write(`The whole ARNs are in ${journalFolder}; "pca-conformance sweep --delete" removes them.\n`);
}

/** A crash may tell as much as a report. */
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
