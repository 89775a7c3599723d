// The plan of a run on live AWS, made before anything is sent: calls, minutes, cost, and what is left over. Pure.

import type { UsageMode } from '../api/operation.js';
import { priceUsd } from '../api/prices.js';
import { privateCaQuota, rateFor, restorationDays } from '../api/quotas.js';

export interface Plan {
  /** The number of CAs that are created and later deleted if cases run one after the other. */
  readonly created: number;
  /** The maximum number of CAs that are created if cases overlap. */
  readonly maxCreated: number;
  /** The number of CAs that the user provides. */
  readonly borrowed: number;
  /** By operation, the most frequent first. */
  readonly calls: readonly { readonly operation: string; readonly calls: number }[];
  /** Calls of each operation in a second. */
  readonly rate: number;
  /** The duration at the given rate. */
  readonly minutes: number;
  /** The cost if every CA exists for the whole duration. */
  readonly costUsd: Readonly<Record<UsageMode, number>>;
}

export interface PlanSources {
  /** By operation, as counted in a rehearsal. */
  readonly calls: ReadonlyMap<string, number>;
  /** Calls of each operation in a second. */
  readonly rate: number;
  readonly borrowed: number;
  /** The maximum number of CAs that the run may create. */
  readonly maxCreations: number;
  /** The time for which the run continues with new cases, in milliseconds, if given. */
  readonly untilMs?: number | undefined;
}

export function planOf({ calls, rate, borrowed, maxCreations, untilMs }: PlanSources): Plan {
  const created = Math.min(maxCreations, calls.get('CreateCertificateAuthority') ?? 0);
  const maxCreated = created === 0 ? 0 : maxCreations;
  const slowestMs = Math.max(0, ...[...calls].map(([operation, count]) => (1_000 * count) / rateFor(operation, rate)));
  const durationMs = Math.max(slowestMs, untilMs ?? 0);
  const costOf = (mode: UsageMode): number => maxCreated * priceUsd(mode, durationMs);
  return {
    rate,
    created,
    maxCreated,
    borrowed,
    calls: [...calls]
      .map(([operation, count]) => ({ operation, calls: count }))
      .sort((one, other) => other.calls - one.calls || (one.operation < other.operation ? -1 : 1)),
    minutes: durationMs / 60_000,
    costUsd: {
      SHORT_LIVED_CERTIFICATE: costOf('SHORT_LIVED_CERTIFICATE'),
      GENERAL_PURPOSE: costOf('GENERAL_PURPOSE'),
    },
  };
}

/** The plan as text, for the user to confirm. */
export function renderPlan({ rate, created, maxCreated, borrowed, calls, minutes, costUsd }: Plan): string {
  const total = calls.reduce((sum, each) => sum + each.calls, 0);
  const width = Math.max(0, ...calls.map(({ operation }) => operation.length));
  return [
    'Plan',
    `  CAs       ${created} created in short-lived mode${maxCreated > created ? `, at most ${maxCreated} where cases overlap` : ''}; ${borrowed} of yours`,
    `  calls     ${total}`,
    ...calls.map((each) => `    ${each.operation.padEnd(width)}  ${each.calls}`),
    `  minutes   ${minutes.toFixed(1)} at ${rate} calls a second of each operation, fewer where its quota is lower`,
    `  cost      about ${usd(costUsd.SHORT_LIVED_CERTIFICATE)} (general purpose CAs would cost ${usd(costUsd.GENERAL_PURPOSE)}),`,
    '            by the share of a month, without the 30 days that a first CA is free',
    ...leftLines(maxCreated, borrowed),
    '',
  ].join('\n');
}

function leftLines(maxCreated: number, borrowed: number): readonly string[] {
  const yours = borrowed === 0 ? [] : ['your CAs get their policies back'];
  if (maxCreated === 0) return [`  left      ${['nothing', ...yours].join('; ')}`];
  return [
    `  left      at most ${[`${maxCreated} deleted CAs`, ...yours].join('; ')}`,
    `            they cost nothing and can be restored for ${restorationDays} days, for which each still counts`,
    `            against the quota of ${privateCaQuota} private CAs of the account in the region`,
  ];
}

/** Why the CAs of a plan would exceed the quota, counting existing and deleted CAs; undefined if they would not. */
export function quotaObjection({ maxCreated }: Pick<Plan, 'maxCreated'>, present = 0): string | undefined {
  if (maxCreated === 0 || present + maxCreated <= privateCaQuota) return undefined;
  const there = present === 0 ? '' : `, and ${present} count already`;
  return (
    `the run may create ${maxCreated} CAs${there}: more than the quota of ${privateCaQuota} of the account in the region. ` +
    `Deleted CAs count until the end of their restoration period: wait for that, lend CAs with --ca-arn, or use another region.`
  );
}

export function usd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
