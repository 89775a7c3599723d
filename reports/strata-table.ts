// What was made of each class of input, as a table: nothing in it judges the target, only the run.

import type { Report } from '../harness/api/report.js';
import { terminalText } from './terminal-text.js';

const heads = ['cases', 'observed', 'rejected', 'distinct'] as const;

/** One block for each check that was run, one row for each of its classes of input, and a last row for all. */
export function renderStrataTable({ checks }: Pick<Report, 'checks'>): string {
  const run = checks.filter(({ strata }) => strata.length > 0);
  const idWidth = Math.max(0, ...run.flatMap(({ strata }) => strata.map(({ id }) => id.length)));
  const row = (label: string, cells: readonly (string | number)[]): string =>
    `  ${terminalText(label).padEnd(idWidth)}  ${cells.map((cell) => String(cell).padStart(8)).join('  ')}`;
  const blocks = run.flatMap(({ id, strata }) => [
    id,
    ...strata.map((stratum) =>
      row(
        stratum.id,
        heads.map((head) => stratum[head]),
      ),
    ),
  ]);
  const all = run.flatMap(({ strata }) => strata);
  const sums = heads.map((head) => all.reduce((sum, stratum) => sum + stratum[head], 0));
  return [row('class of input', heads), ...blocks, row(`all ${all.length} classes`, sums), ''].join('\n');
}
