// Values of options that more than one command takes; each error names the option and the fix.

import { usageError } from '../output/failure.js';

/** Both ends are allowed. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw usageError(`${option} ${text} is not a whole number from ${min} to ${max}.`);
}

/** A rate, which need not be whole: half a call a second is one every two seconds. */
export function callsPerSecond(option: string, text: string): number {
  const rate = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && rate >= 0.01 && rate <= 100_000) return rate;
  throw usageError(`${option} ${text} is not a number of calls a second; give one such as 4 or 0.5.`);
}

/** A number with its unit, in milliseconds. */
export function durationMs(option: string, text: string): number {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(text);
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match?.[2] ?? ''];
  if (match === null || unit === undefined || Number(match[1]) === 0) {
    throw usageError(`${option} ${text} is not a duration; give one such as 500ms, 30s, 10m or 2h.`);
  }
  return Number(match[1]) * unit;
}

export function requireRegion(region: string): void {
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) return;
  throw usageError(`--region ${region} is not the name of a region; give one such as us-east-1.`);
}
