// Where a text that arrived departs from the one that was given, in words.

import { violated, type SdkFinding } from '../../harness/sdk/finding.js';

/** Characters around the place. */
const context = 20;

export function textsDiffer(what: string, given: string, arrived: string): SdkFinding {
  const at = firstDifference(given, arrived);
  const place = `${what} from character ${at + 1}`;
  return violated(`${place}: ${excerpt(given, at)}`, `${place}: ${excerpt(arrived, at)}`, [
    `${what} has ${given.length} characters, and ${arrived.length} arrived`,
  ]);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** As JSON writes it, with everything outside ASCII as an escape, so that what looks alike can be told apart. */
function excerpt(text: string, at: number): string {
  const part = text.slice(at, at + context);
  const written = JSON.stringify(part).replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return at >= text.length ? 'its end' : written;
}
