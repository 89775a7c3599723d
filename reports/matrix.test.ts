// Targets side by side: of several checks on one requirement the worst verdict counts.

import { expect, test } from 'vitest';
import { matrixSchema } from '../harness/files/matrix.js';
import type { Report } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { matrixOf, renderMatrixJson, renderMatrixMarkdown } from './matrix.js';
import { passed, reportOf } from './testing/sample-report.js';

function reportWith(...found: readonly (readonly [requirement: string, verdict: CheckVerdict])[]): Report {
  return reportOf(
    found.map(([requirement, verdict], index) => ({ ...passed(`check/${index}`, requirement), verdict })),
  );
}

test('has a row for each requirement in the order of the catalogue, and a column for each run', () => {
  const matrix = matrixOf([
    reportWith(['GP-01', 'pass'], ['POL-05', 'fail']),
    reportWith(['POL-05', 'pass'], ['PP-01', 'unsupported']),
  ]);
  expect(matrixSchema.parse(JSON.parse(renderMatrixJson(matrix)))).toEqual(matrix);
  expect(matrix.targets).toHaveLength(2);
  expect(matrix.requirements.map(({ requirement, verdicts }) => [requirement, ...verdicts])).toEqual([
    ['POL-05', 'fail', 'pass'],
    ['PP-01', null, 'unsupported'],
    ['GP-01', 'pass', null],
  ]);
  expect(renderMatrixMarkdown(matrix)).toContain('| **fail** | pass |');
  expect(renderMatrixMarkdown(matrix)).toContain('| not asked | unsupported |');
});

test.each([
  [['pass', 'fail', 'indeterminate'], 'fail'],
  [['pass', 'indeterminate'], 'indeterminate'],
  [['pass', 'vacuous'], 'vacuous'],
  [['unsupported', 'pass'], 'pass'],
  [['not-testable', 'unsupported'], 'unsupported'],
] as const)('%j is shown as %s', (found, shown) => {
  const report = reportWith(...found.map((verdict) => ['PP-01', verdict] as const));
  expect(matrixOf([report]).requirements[0]?.verdicts).toEqual([shown]);
});
