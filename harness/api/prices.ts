// The prices of CAs: a monthly price for each mode, charged pro rata from PENDING_CERTIFICATE until deletion. The
// free first 30 days of an account's first CA in a Region are not considered.
// Source: https://aws.amazon.com/private-ca/pricing/

import type { UsageMode } from './operation.js';

/** USD per CA and month. */
const monthlyPricesUsd: Readonly<Record<UsageMode, number>> = {
  GENERAL_PURPOSE: 400,
  SHORT_LIVED_CERTIFICATE: 50,
};

/** The shortest month, which gives the highest pro-rata price. */
const shortestMonthMs = 28 * 24 * 3_600_000;

/** The maximum price of a CA that existed for a duration. Deleted CAs in their restoration period cost nothing. */
export function priceUsd(mode: UsageMode, durationMs: number): number {
  return (monthlyPricesUsd[mode] * durationMs) / shortestMonthMs;
}
