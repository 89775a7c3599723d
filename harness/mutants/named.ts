// Tables of mutants and variants: the key of a row is its id.

export type Named<Value> = Value & { readonly id: string };

/** The rows of a table, each with its id. */
export function named<Row extends object>(rows: Readonly<Record<string, Row>>): readonly Named<Row>[] {
  return Object.entries(rows).map(([id, row]) => ({ ...row, id }));
}

/** Sorted by id; if one id begins with another, the longer one is first. */
export function byId<Value extends { readonly id: string }>(values: readonly Value[]): readonly Value[] {
  return values.toSorted((left, right) => (`${left.id}.` < `${right.id}.` ? -1 : 1));
}
