// The tables of published results in the README.

import { matrixOf, renderMatrixTable } from '../../../reports/matrix.js';
import type { Matrix, MatrixRow } from '../../files/matrix.js';
import { readResultsFile } from '../options/read-results.js';

/** Prettier would align the columns, and every line would change with one of them. */
const unformatted = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/** How the names of files begin that hold the results of a client. */
export const sdkPrefix = 'sdk-';

/**
 * The README with the tables of these results, given by the paths of their files, in the places for them: emulators between
 * `<!-- matrix -->` and its end, clients between `<!-- sdk-matrix -->` and its end.
 */
export function matricesInReadme(readme: string, paths: readonly string[]): string {
  const emulators = paths.filter((path) => !isOfSdk(path));
  const withEmulators = inPlace(readme, 'matrix', emulators, wasJudged);
  return inPlace(
    withEmulators,
    'sdk-matrix',
    paths.filter((path) => isOfSdk(path)),
    tellsApart,
  );
}

function isOfSdk(path: string): boolean {
  return path.split('/').at(-1)?.startsWith(sdkPrefix) === true;
}

function wasJudged({ verdicts }: MatrixRow): boolean {
  return verdicts.some((each) => each === 'pass' || each === 'fail');
}

/** What every client passes would fill pages; the rows that are left are those in which they are told apart. */
function tellsApart({ verdicts }: MatrixRow): boolean {
  return verdicts.some((each) => each !== 'pass');
}

function inPlace(
  readme: string,
  place: string,
  paths: readonly string[],
  isShown: (row: MatrixRow) => boolean,
): string {
  if (paths.length === 0) return readme;
  const between = new RegExp(`(<!-- ${place} -->\\n)[\\s\\S]*?(<!-- /${place} -->)`);
  const matrix: Matrix = matrixOf(paths.map((path) => readResultsFile(path)));
  const shown = { ...matrix, requirements: matrix.requirements.filter((row) => isShown(row)) };
  const table = [unformatted[0], '', renderMatrixTable(shown), '', unformatted[1]].join('\n');
  return readme.replace(between, (_text, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}
