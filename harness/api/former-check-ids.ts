// Former ids of checks: what was written by them before, filters, baselines, saved cases, ledgers and events, goes on to mean
// the same check.

/** By former id, the present one. An id never comes back for another check. */
export const formerCheckIds: Readonly<Record<string, string>> = {};

/** The present id of a check; an id that is no former one is what it is. */
export function presentCheckId(id: string, table = formerCheckIds): string {
  return Object.hasOwn(table, id) ? (table[id] ?? id) : id;
}

/** The ids that a check had before. */
export function formerIdsOf(id: string, table = formerCheckIds): readonly string[] {
  return Object.keys(table).filter((former) => table[former] === id);
}
