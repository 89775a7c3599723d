// What a run on live AWS will take, before anything is sent: calls, minutes, money, and what it leaves. Pure.

import type { UsageMode } from '../api/operation.js';
import { priceUsd } from '../api/prices.js';
import { privateCaQuota, rateFor, restorationDays } from '../api/quotas.js';

export interface Plan {
  /** CAs that are created, and later deleted, where one case follows another. */
  readonly created: number;
  /** At most so many are created where cases overlap. */
  readonly mostCreated: number;
  /** CAs of the user. */
  readonly borrowed: number;
  /** Most calls first. */
  readonly calls: readonly { readonly operation: string; readonly calls: number }[];
  /** Calls of each operation in a second. */
  readonly rate: number;
  /** At the rate, where every operation is called as often as it may be. */
  readonly minutes: number;
  /** As if every CA were there from the beginning to the end, in these minutes. */
  readonly costUsd: Readonly<Record<UsageMode, number>>;
}

export interface PlanSources {
  /** By operation, as counted in a rehearsal. */
  readonly calls: ReadonlyMap<string, number>;
  /** Calls of each operation in a second. */
  readonly rate: number;
  readonly borrowed: number;
  /** How many CAs the run may make in all. */
  readonly mostInAll: number;
  /** Whether the run goes on with new cases until this time is over, in milliseconds. */
  readonly untilMs?: number | undefined;
}

export function planOf({ calls, rate, borrowed, mostInAll, untilMs }: PlanSources): Plan {
  const created = Math.min(mostInAll, calls.get('CreateCertificateAuthority') ?? 0);
  const mostCreated = created === 0 ? 0 : mostInAll;
  const slowestMs = Math.max(0, ...[...calls].map(([operation, count]) => (1_000 * count) / rateFor(operation, rate)));
  const durationMs = Math.max(slowestMs, untilMs ?? 0);
  const costOf = (mode: UsageMode): number => mostCreated * priceUsd(mode, durationMs);
  return {
    rate,
    created,
    mostCreated,
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

/** For a person who has to agree to it. */
export function renderPlan({ rate, created, mostCreated, borrowed, calls, minutes, costUsd }: Plan): string {
  const total = calls.reduce((sum, each) => sum + each.calls, 0);
  const width = Math.max(0, ...calls.map(({ operation }) => operation.length));
  return [
    'Plan',
    `  CAs       ${created} created in short-lived mode${mostCreated > created ? `, at most ${mostCreated} where cases overlap` : ''}; ${borrowed} of yours`,
    `  calls     ${total}`,
    ...calls.map((each) => `    ${each.operation.padEnd(width)}  ${each.calls}`),
    `  minutes   ${minutes.toFixed(1)} at ${rate} calls a second of each operation, fewer where its quota is lower`,
    `  cost      about ${usd(costUsd.SHORT_LIVED_CERTIFICATE)} (general purpose CAs would cost ${usd(costUsd.GENERAL_PURPOSE)}),`,
    '            by the share of a month, without the 30 days that a first CA is free',
    ...leftLines(mostCreated, borrowed),
    '',
  ].join('\n');
}

function leftLines(mostCreated: number, borrowed: number): readonly string[] {
  const yours = borrowed === 0 ? [] : ['your CAs get their policies back'];
  if (mostCreated === 0) return [`  left      ${['nothing', ...yours].join('; ')}`];
  return [
    `  left      at most ${[`${mostCreated} deleted CAs`, ...yours].join('; ')}`,
    `            they cost nothing and can be restored for ${restorationDays} days, for which each still counts`,
    `            against the quota of ${privateCaQuota} private CAs of the account in the region`,
  ];
}

/** Why the CAs of a plan cannot be made beside those that are there, deleted ones included; undefined where they can. */
export function quotaObjection({ mostCreated }: Pick<Plan, 'mostCreated'>, present = 0): string | undefined {
  if (mostCreated === 0 || present + mostCreated <= privateCaQuota) return undefined;
  const there = present === 0 ? '' : `, and ${present} count already`;
  return (
    `the run may create ${mostCreated} CAs${there}: more than the quota of ${privateCaQuota} of the account in the region. ` +
    `Deleted CAs count until the end of their restoration period: wait for that, lend CAs with --ca-arn, or use another region.`
  );
}

export function usd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
