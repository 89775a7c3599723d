// Remembers the latest results of a pure function: the same policy is put, judged and read back many times in a row.

import type { PolicyContext } from './policy-context.js';

/** More than the policies of one case, which come back until the case is over. */
const remembered = 16;

/** The same function, which does not work again for what it was asked last. Results must not be changed. */
export function rememberLatest<Result>(
  work: (text: string, context: PolicyContext) => Result,
): (text: string, context: PolicyContext) => Result {
  const latest: { readonly text: string; readonly context: PolicyContext; readonly result: Result }[] = [];
  return (text, context) => {
    const known = latest.find((entry) => entry.text === text && contextsAgree(entry.context, context));
    if (known !== undefined) return known.result;
    const result = work(text, context);
    latest.unshift({ text, context, result });
    if (latest.length > remembered) latest.pop();
    return result;
  };
}

function contextsAgree(left: PolicyContext, right: PolicyContext): boolean {
  return (
    left.authorityArn === right.authorityArn && left.partition === right.partition && left.account === right.account
  );
}
