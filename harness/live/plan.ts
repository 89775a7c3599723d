// What a run on live AWS will take, before anything is sent: calls, minutes, money, and what it leaves. Pure.

import type { UsageMode } from '../api/operation.js';
import { priceUsd } from '../api/prices.js';
import { rateFor } from '../api/quotas.js';

export interface Plan {
  /** CAs that are created, and later deleted. */
  readonly created: number;
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
  /** Whether the run goes on with new cases until this time is over, in milliseconds. */
  readonly untilMs?: number | undefined;
}

export function planOf({ calls, rate, borrowed, untilMs }: PlanSources): Plan {
  const created = calls.get('CreateCertificateAuthority') ?? 0;
  const slowestMs = Math.max(0, ...[...calls].map(([operation, count]) => (1_000 * count) / rateFor(operation, rate)));
  const durationMs = Math.max(slowestMs, untilMs ?? 0);
  const costOf = (mode: UsageMode): number => created * priceUsd(mode, durationMs);
  return {
    rate,
    created,
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
export function renderPlan({ rate, created, borrowed, calls, minutes, costUsd }: Plan): string {
  const total = calls.reduce((sum, each) => sum + each.calls, 0);
  const width = Math.max(0, ...calls.map(({ operation }) => operation.length));
  return [
    'Plan',
    `  CAs       ${created} created in short-lived mode, ${borrowed} of yours`,
    `  calls     ${total}`,
    ...calls.map((each) => `    ${each.operation.padEnd(width)}  ${each.calls}`),
    `  minutes   ${minutes.toFixed(1)} at ${rate} calls a second of each operation, fewer where its quota is lower`,
    `  cost      about ${usd(costUsd.SHORT_LIVED_CERTIFICATE)} (general purpose CAs would cost ${usd(costUsd.GENERAL_PURPOSE)}),`,
    '            by the share of a month, without the 30 days that a first CA is free',
    created === 0
      ? '  left      nothing; your CAs get their policies back'
      : `  left      ${created} deleted CAs, which can be restored for 7 days and cost nothing${borrowed === 0 ? '' : '; your CAs get their policies back'}`,
    '',
  ].join('\n');
}

export function usd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
