// The numbers of cases of each input class, as a table: they say how well the run tested, not how well the target did.

import type { Report } from '../harness/files/report.js';
import { terminalText } from './text/terminal-text.js';

const heads = ['cases', 'observed', 'rejected', 'distinct'] as const;

/** One block per check that was run, one row per input class, and a last row with the sums. */
export function renderInputClassesTable({ checks }: Pick<Report, 'checks'>): string {
  const run = checks.filter(({ inputClasses }) => inputClasses.length > 0);
  const idWidth = Math.max(0, ...run.flatMap(({ inputClasses }) => inputClasses.map(({ id }) => id.length)));
  const row = (label: string, cells: readonly (string | number)[]): string =>
    `  ${terminalText(label).padEnd(idWidth)}  ${cells.map((cell) => String(cell).padStart(8)).join('  ')}`;
  const blocks = run.flatMap(({ id, inputClasses }) => [
    id,
    ...inputClasses.map((inputClass) =>
      row(
        inputClass.id,
        heads.map((head) => inputClass[head]),
      ),
    ),
  ]);
  const all = run.flatMap(({ inputClasses }) => inputClasses);
  const sums = heads.map((head) => all.reduce((sum, inputClass) => sum + inputClass[head], 0));
  return [row('input class', heads), ...blocks, row(`all ${all.length} classes`, sums), ''].join('\n');
}
