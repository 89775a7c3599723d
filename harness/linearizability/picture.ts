// A history in the form for diagrams: plain data that can be stored in a report and rendered anywhere.
//
// Times are reduced to columns, so that every bar is visible and pauses take no space. A new column begins with each
// invocation that follows a return. Two calls overlap exactly if they share a column, which is all that the verdict uses.

import type { History } from './history.js';
import type { Verdict } from './verdict.js';

export interface HistoryPicture {
  readonly columnCount: number;
  /** By invocation. A call is known by its position here, counted from one. */
  readonly calls: readonly PicturedCall[];
  /** The violation in one sentence. */
  readonly sentence?: string | undefined;
}

export interface PicturedCall {
  readonly lane: number;
  readonly label: string;
  readonly firstColumn: number;
  /** Absent for an open call. */
  readonly lastColumn?: number | undefined;
  readonly isImpossible: boolean;
  /** Its position in the order of the verdict, from one; absent if it is not in the order. */
  readonly place?: number | undefined;
}

export interface PictureOptions<Input, Output> {
  readonly describe: (input: Input, output: Output | undefined) => string;
  readonly sentence?: string | undefined;
}

export function pictureOf<Input, Output>(
  history: History<Input, Output>,
  verdict: Verdict,
  { describe, sentence }: PictureOptions<Input, Output>,
): HistoryPicture {
  const { columns, columnCount } = columnsOf(history);
  const order = verdict.kind === 'explained' ? verdict.order : verdict.kind === 'unexplained' ? verdict.longest : [];
  const places = new Map(order.map((position, at) => [position, at + 1]));
  const byInvocation = [...history.entries()].sort(([, left], [, right]) => left.invokedAt - right.invokedAt);
  return {
    columnCount,
    calls: byInvocation.map(([position, { lane, input, returned }]) => ({
      lane,
      label: describe(input, returned?.output),
      firstColumn: columns[position]?.first ?? 0,
      lastColumn: columns[position]?.last,
      isImpossible: verdict.kind === 'unexplained' && verdict.impossible === position,
      place: places.get(position),
    })),
    sentence,
  };
}

interface Columns {
  readonly first: number;
  readonly last?: number | undefined;
}

function columnsOf(history: History<unknown, unknown>): {
  readonly columns: readonly Columns[];
  readonly columnCount: number;
} {
  const invocations = history.map(({ invokedAt }, position) => ({ at: invokedAt, position, isReturn: false }));
  const returns = history.flatMap(({ returned }, position) =>
    returned === undefined ? [] : [{ at: returned.at, position, isReturn: true }],
  );
  // At one moment invocations come first, because intervals are closed.
  const events = [...invocations, ...returns].sort(
    (left, right) => left.at - right.at || Number(left.isReturn) - Number(right.isReturn),
  );
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  let column = 0;
  let wasReturn = false;
  for (const { position, isReturn } of events) {
    if (!isReturn && wasReturn) column += 1;
    (isReturn ? last : first).set(position, column);
    wasReturn = isReturn;
  }
  return {
    columns: history.map((_, position) => ({ first: first.get(position) ?? 0, last: last.get(position) })),
    columnCount: column + 1,
  };
}
