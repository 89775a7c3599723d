// Where two texts begin to differ.

/** The length of their common start. */
export function firstDifference(left: string, right: string): number {
  let offset = 0;
  while (offset < left.length && left[offset] === right[offset]) offset += 1;
  return offset;
}
