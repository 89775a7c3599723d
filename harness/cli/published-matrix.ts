// The table of published results in the README.

import { matrixOf, renderMatrixTable } from '../../reports/matrix.js';
import { readResultsFile } from './read-results.js';

/** Prettier would align the columns, and every line would change with one of them. */
const between = /(<!-- matrix -->\n)[\s\S]*?(<!-- \/matrix -->)/;
const unformatted = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/** The README with the table of these results, given by the paths of their files, in the place for it. */
export function matrixInReadme(readme: string, paths: readonly string[]): string {
  const matrix = matrixOf(paths.map((path) => readResultsFile(path)));
  const judged = matrix.requirements.filter(({ verdicts }) =>
    verdicts.some((each) => each === 'pass' || each === 'fail'),
  );
  const table = [unformatted[0], '', renderMatrixTable({ ...matrix, requirements: judged }), '', unformatted[1]].join(
    '\n',
  );
  return readme.replace(between, (_text, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}
