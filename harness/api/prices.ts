// What CAs cost, as data: a monthly price by mode, charged by the share of the month from PENDING_CERTIFICATE on
// until deletion. The first CA of an account and Region is free for 30 days; nothing here counts on that.
// Source: https://aws.amazon.com/private-ca/pricing/

import type { UsageMode } from './operation.js';

/** USD for each CA and month. */
const monthlyPricesUsd: Readonly<Record<UsageMode, number>> = {
  GENERAL_PURPOSE: 400,
  SHORT_LIVED_CERTIFICATE: 50,
};

/** No month is shorter, so that no bill by the share of the month is higher. */
const shortestMonthMs = 28 * 24 * 3_600_000;

/** At most what one CA costs that was there for so long. Deleted CAs in their restoration period cost nothing. */
export function priceUsd(mode: UsageMode, durationMs: number): number {
  return (monthlyPricesUsd[mode] * durationMs) / shortestMonthMs;
}
