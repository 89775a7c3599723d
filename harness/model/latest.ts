// Remembers the latest results of a pure function: the same policy is put, judged and read back many times in a row, and
// a long one takes long to be read.

/** More than the policies of the cases that run at a time, which come back until their case is over. */
const remembered = 64;

/** The same function, which does not work again for what it was asked lately. Results must not be changed. */
export function rememberLatest<Asked extends readonly string[], Result>(
  work: (...asked: Asked) => Result,
): (...asked: Asked) => Result {
  const latest: { readonly asked: Asked; readonly result: Result }[] = [];
  return (...asked) => {
    const known = latest.find((entry) => entry.asked.every((text, index) => text === asked[index]));
    if (known !== undefined) return known.result;
    const result = work(...asked);
    latest.unshift({ asked, result });
    if (latest.length > remembered) latest.pop();
    return result;
  };
}
