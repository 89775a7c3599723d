// Remembers the latest results of a pure function: the same policy is put, judged and read back many times in a row, and
// a long one takes long to be read.

/** More than the policies of the cases that run at a time, which come back until their case is over. */
const remembered = 64;

/** The same function, which does not work again for what it was asked lately. Results must not be changed. */
export function rememberLatest<Asked extends readonly [string, ...string[]], Result>(
  work: (...asked: Asked) => Result,
): (...asked: Asked) => Result {
  // By the first text, of which the latest result is kept; the texts of a map are in the order in which they came.
  const latest = new Map<string, { readonly asked: Asked; readonly result: Result }>();
  return (...asked) => {
    const [first] = asked;
    const known = latest.get(first);
    if (known?.asked.every((text, index) => text === asked[index]) === true) return known.result;
    const result = work(...asked);
    latest.delete(first);
    latest.set(first, { asked, result });
    const oldest = latest.keys().next();
    if (latest.size > remembered && oldest.done !== true) latest.delete(oldest.value);
    return result;
  };
}
