// Text for a terminal, wrapped to its width.

import { wrappedLine } from '../../../reports/text/wrapped-line.js';

/** A line to copy is never wrapped. */
const toCopy = /\bnpx pca-conformance\b/;

/** The same text if there is no terminal. Continuation lines are indented by `hanging` more. */
export function fittedText(
  text: string,
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
  hanging = 2,
): string {
  if (isTTY !== true) return text;
  const fit = (line: string): string => {
    const indent = (/^ */.exec(line)?.[0].length ?? 0) + hanging;
    return toCopy.test(line) ? line : wrappedLine(line, columns, ' '.repeat(indent));
  };
  return text
    .split('\n')
    .map((line) => fit(line))
    .join('\n');
}
