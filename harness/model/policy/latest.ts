// A cache of the latest results of a pure function, because the same policy is parsed many times in a row.

/** More than the number of policies in the cases that run concurrently. */
const remembered = 64;

/** The function with a cache of its latest results, which must not be changed. */
export function rememberLatest<Asked extends readonly [string, ...string[]], Result>(
  work: (...asked: Asked) => Result,
): (...asked: Asked) => Result {
  // By the first argument, with the latest result for each. A map keeps the order of insertion.
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
