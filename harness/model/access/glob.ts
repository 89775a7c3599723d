// The wildcards of IAM: `*` for any characters, `?` for one.

export function matchesGlob(pattern: string, text: string, isCaseSensitive = true): boolean {
  const fold = (value: string): string => (isCaseSensitive ? value : value.toLowerCase());
  return matches(fold(pattern), fold(text));
}

/** Greedy with one point of return, so the time is at most the product of the lengths. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resumed = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at;
      resumed = from;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      resumed += 1;
      from = resumed;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
