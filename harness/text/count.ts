// A number of things, in words.

/** @example countOf(1_200, 'check') // '1,200 checks' */
export function countOf(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : plural}`;
}
