// The difference of two texts: by characters and by lines.

import { firstDifference } from '../../harness/text/first-difference.js';
/** The common start and end of two texts, and what differs between them. */
export interface TextDifference {
  /** The common start and the common end. */
  readonly before: string;
  readonly after: string;
  /** What is between them in each text. */
  readonly left: string;
  readonly right: string;
}

export function differenceBetween(left: string, right: string): TextDifference {
  const shorter = Math.min(left.length, right.length);
  const start = firstDifference(left, right);
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return {
    before: left.slice(0, start),
    after: end === 0 ? '' : left.slice(-end),
    left: left.slice(start, left.length - end),
    right: right.slice(start, right.length - end),
  };
}

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** If the product of the numbers of lines is larger, the texts are not compared line by line but shown as two blocks. */
const maxComparisons = 1_000_000;

/** The shortest list of lines that turns the first text into the second. */
export function diffLines(left: readonly string[], right: readonly string[]): readonly DiffLine[] {
  if (left.length * right.length > maxComparisons) {
    return [...left.map((text) => line('removed', text)), ...right.map((text) => line('added', text))];
  }
  const lengths = commonLengths(left, right);
  const lines: DiffLine[] = [];
  let at = 0;
  let to = 0;
  while (at < left.length || to < right.length) {
    const [before, after] = [left[at], right[to]];
    if (before !== undefined && before === after) {
      lines.push(line('same', before));
      at += 1;
      to += 1;
    } else if (
      after === undefined ||
      (before !== undefined && lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1))
    ) {
      lines.push(line('removed', before ?? ''));
      at += 1;
    } else {
      lines.push(line('added', after));
      to += 1;
    }
  }
  return lines;
}

function line(kind: DiffLine['kind'], text: string): DiffLine {
  return { kind, text };
}

/** For each pair of positions, the length of the longest common subsequence of the remaining lines. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (const [at, row] of [...lengths.entries()].slice(0, -1).toReversed()) {
    for (let to = right.length - 1; to >= 0; to -= 1) {
      row[to] =
        left[at] === right[to]
          ? lengthAt(lengths, at + 1, to + 1) + 1
          : Math.max(lengthAt(lengths, at + 1, to), lengthAt(lengths, at, to + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint32Array[], at: number, to: number): number {
  return lengths[at]?.[to] ?? 0;
}
