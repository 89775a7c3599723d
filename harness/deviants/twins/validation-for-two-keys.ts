import { jsonOf } from '../documents.js';
import { refusesForms } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A key that stands there twice is refused with ValidationException.',
  permittedBy: 'POL-07',
  bend: refusesForms((text) => repeatsKeys(text), 'ValidationException'),
};

/** Whether an object of the text has a key twice, which JSON.parse does not tell. */
function repeatsKeys(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (key !== undefined && hasBefore(open.at(-1), unescaped(key))) return true;
  }
  return false;
}

/** Adds the key to those that were seen. */
function hasBefore(seen: Set<string> | undefined, key: string): boolean {
  if (seen?.has(key) === true) return true;
  seen?.add(key);
  return false;
}

function unescaped(key: string): string {
  return String(jsonOf(key));
}
