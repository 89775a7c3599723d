// The table of published results in the README.

import { matrixOf } from '../../reports/matrix.js';
import { percent } from '../../reports/headline.js';
import type { Verdict } from '../api/report.js';
import { readResultsFile } from './read-results.js';

const between = /(<!-- matrix -->\n)[\s\S]*?(<!-- \/matrix -->)/;

const marks: Readonly<Record<Verdict, string>> = {
  pass: 'meets',
  fail: '**fails**',
  indeterminate: 'undecided',
  vacuous: 'unseen',
  unsupported: '-',
  'not-testable': '-',
  excluded: '-',
};

/** The README with the table of these results, given by the paths of their files, in the place for it. */
export function matrixInReadme(readme: string, paths: readonly string[]): string {
  return readme.replace(between, (_text, begin: string, end: string) => `${begin}\n${tableOf(paths)}\n\n${end}`);
}

/** A row for every requirement that any of them was judged by. */
function tableOf(paths: readonly string[]): string {
  const { targets, requirements } = matrixOf(paths.map((path) => readResultsFile(path)));
  const judged = requirements.filter(({ verdicts }) => verdicts.some((each) => each === 'pass' || each === 'fail'));
  const cells = [
    ['', ...targets.map(({ target }) => target.replace('emulator:', ''))],
    ['judged on', ...targets.map(({ startedAt }) => startedAt.slice(0, 10))],
    ['divergence', ...targets.map(({ divergence }) => (divergence === null ? '-' : percent(divergence)))],
    ['coverage', ...targets.map(({ coverage }) => percent(coverage))],
    ...judged.map(({ requirement, verdicts }) => [
      requirement,
      ...verdicts.map((verdict) => (verdict === null ? '-' : marks[verdict])),
    ]),
  ];
  const widths = targets.map((_, column) => Math.max(...cells.map((row) => row[column + 1]?.length ?? 0)));
  const first = Math.max(...cells.map(([name = '']) => name.length));
  const line = ([name = '', ...rest]: readonly string[]): string =>
    `| ${[name.padEnd(first), ...rest.map((cell, column) => cell.padEnd(widths[column] ?? 0))].join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = `| ${[first, ...widths].map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
