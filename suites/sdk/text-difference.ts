// The first difference between a text that arrived and the given one, as a finding.

import { violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { firstDifference } from '../../harness/text/first-difference.js';

/** The number of characters shown from the first difference on. */
const context = 20;

export function textsDiffer(what: string, given: string, arrived: string): SdkFinding {
  const at = firstDifference(given, arrived);
  const place = `${what} from character ${at + 1}`;
  return violated(`${place}: ${excerpt(given, at)}`, `${place}: ${excerpt(arrived, at)}`, [
    `${what} has ${given.length} characters, and ${arrived.length} arrived`,
  ]);
}

/** Part of a text as a JSON string in ASCII, so that characters that look alike can be told apart. */
function excerpt(text: string, at: number): string {
  const part = text.slice(at, at + context);
  const written = JSON.stringify(part).replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return at >= text.length ? 'its end' : written;
}
