// A number of things, in words.

import { groupedNumber } from './grouped-number.js';

/** @example countOf(1_200, 'check') // '1,200 checks' */
export function countOf(number: number, noun: string, plural = `${noun}s`): string {
  return `${groupedNumber(number)} ${number === 1 ? noun : plural}`;
}
