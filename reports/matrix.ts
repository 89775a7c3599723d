// Several targets side by side: a column for each run, a row for each requirement; as JSON, Markdown and HTML.

import type { Matrix, MatrixRow } from '../harness/files/matrix.js';
import type { CheckReport, Report } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { verdicts } from '../harness/files/verdicts.js';
import { requirementIds } from '../harness/catalogue/index.js';
import { divergenceWords, percent } from './headline.js';
import { foreign, markup, type Markup } from './text/markup.js';
import { renderPage } from './html/page.js';
import { renderFilters } from './html/requirements.js';
import { plain } from './text/markdown-text.js';
import { areaOf, statementOf } from './requirement-words.js';

/** Worst first: of the verdicts of several checks on one requirement, the first in this list counts. */
const bySeverity: readonly CheckVerdict[] = [
  'fail',
  'indeterminate',
  'blocked',
  'vacuous',
  'pass',
  'unsupported',
  'not-testable',
  'excluded',
];

/** All runs must have used the same requirement set. */
export function matrixOf(reports: readonly Report[]): Matrix {
  const present = new Map<string, Pick<CheckReport, 'level' | 'title'>>();
  for (const { requirement, level, title } of reports.flatMap(({ checks }) => checks)) {
    const before = present.get(requirement);
    // Of several checks on one requirement, the strongest level counts.
    if (before === undefined || strength(level) > strength(before.level)) present.set(requirement, { level, title });
  }
  const known: readonly string[] = requirementIds;
  const order = [...known, ...present.keys()];
  const ids = [...present.keys()].sort((left, right) => order.indexOf(left) - order.indexOf(right));
  return {
    schema: 'pca-conformance/matrix/1',
    requirementSet: reports[0]?.requirementSet.revision ?? '',
    targets: reports.map((report) => {
      const { target, suite, run, summary } = report;
      return {
        target: target.name,
        ...protocolsIn(target, verdictOn('WIRE-12', report)),
        suiteVersion: suite.version,
        startedAt: run.startedAt,
        complete: run.complete,
        divergence: summary.divergence,
        coverage: summary.coverage,
      };
    }),
    requirements: ids.map((id) => ({
      requirement: id,
      level: present.get(id)?.level ?? 'note',
      statement: statementOf(id) || (present.get(id)?.title ?? ''),
      verdicts: reports.map((report) => verdictOn(id, report)),
    })),
  };
}

/** The protocols that a target answers; absent if that was not asked. */
function protocolsIn(
  { capabilities }: Report['target'],
  answersCbor: CheckVerdict | null,
): Pick<Matrix['targets'][number], 'protocols'> {
  // A client is not asked.
  if (answersCbor === null) return {};
  if (capabilities['cbor']?.available === true) return { protocols: ['json', 'cbor'] };
  return answersCbor === 'fail' ? { protocols: ['json'] } : {};
}

function strength(level: CheckReport['level']): number {
  return ['note', 'any-of', 'must'].indexOf(level);
}

/** The worst verdict of the checks on a requirement; null if the run has none. */
export function verdictOn(requirement: string, { checks }: Pick<Report, 'checks'>): CheckVerdict | null {
  const found = checks.filter((check) => check.requirement === requirement).map(({ verdict }) => verdict);
  return bySeverity.find((verdict) => found.includes(verdict)) ?? null;
}

export function renderMatrixJson(matrix: Matrix): string {
  return `${JSON.stringify(matrix, undefined, 2)}\n`;
}

/** Shown for a requirement that has no check in the run. */
const notAsked = 'not asked';

export function renderMatrixMarkdown(matrix: Matrix): string {
  return `# Conformance to requirement set ${plain(matrix.requirementSet)}\n\n${renderMatrixTable(matrix)}\n`;
}

/** The table without a heading. */
export function renderMatrixTable({ targets, requirements }: Matrix): string {
  return [
    tableLine(['requirement', 'level', 'statement', ...targets.map(({ target }) => plain(target))]),
    tableLine(['---', '---', '---', ...targets.map(() => '---')]),
    tableLine(['', '', 'divergence', ...targets.map((target) => divergenceWords(target))]),
    tableLine(['', '', 'coverage', ...targets.map(({ coverage }) => percent(coverage))]),
    tableLine([
      '',
      '',
      'suite, date',
      ...targets.map(
        ({ suiteVersion, startedAt, complete }) =>
          `${plain(suiteVersion)}, ${startedAt.slice(0, 10)}${complete ? '' : ', incomplete'}`,
      ),
    ]),
    ...(targets.some(({ protocols }) => protocols !== undefined)
      ? [tableLine(['', '', 'protocols answered', ...targets.map((target) => protocolWords(target))])]
      : []),
    ...requirements.map(({ requirement, level, statement, verdicts: cells }) =>
      tableLine([
        plain(requirement),
        level,
        plain(statement),
        ...cells.map((verdict) => (verdict === 'fail' ? '**fail**' : (verdict ?? notAsked))),
      ]),
    ),
  ].join('\n');
}

function protocolWords({ protocols }: Matrix['targets'][number]): string {
  return protocols === undefined ? notAsked : protocols.map((name) => name.toUpperCase()).join(', ');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function renderMatrixHtml(matrix: Matrix): string {
  const { requirementSet, targets, requirements } = matrix;
  const counts = verdicts
    .map((verdict) => ({ verdict, count: requirements.filter((row) => row.verdicts.includes(verdict)).length }))
    .filter(({ count }) => count > 0);
  return renderPage({
    title: `Conformance of ${targets.length} targets`,
    tone: 'plain',
    masthead: markup`<p class="eyebrow">pca-conformance, requirement set ${requirementSet}</p><h1>${targets.length === 1 ? 'One target' : `${targets.length} targets`}, requirement by requirement</h1>`,
    sections: [
      { id: 'targets', heading: 'Targets', content: renderTargets(matrix) },
      {
        id: 'requirements',
        heading: 'Requirements',
        count: requirements.length,
        content: markup`${renderFilters('matrix-table', counts)}${renderTable(matrix)}`,
      },
    ],
    footer: markup`<p>Where several checks judge a requirement, the worst verdict counts. Divergence is fail / (pass + fail), coverage is (pass + fail) / all checks of the requirement set; they are never added.</p>`,
  });
}

function renderTargets({ targets }: Matrix): Markup {
  return markup`<div class="scroll requirements" role="region" aria-label="Table of targets" tabindex="0"><table><thead><tr><th scope="col">Target</th><th scope="col" class="number-cell">Divergence</th><th scope="col" class="number-cell">Coverage</th><th scope="col">Suite</th><th scope="col">Date</th></tr></thead><tbody>${targets.map(
    (target) =>
      markup`<tr><th scope="row">${foreign(target.target, 200)}${target.complete ? '' : markup` <span class="tag vacuous">incomplete</span>`}</th><td class="number-cell">${divergenceWords(target)}</td><td class="number-cell">${percent(target.coverage)}</td><td>${target.suiteVersion}</td><td>${target.startedAt.slice(0, 10)}</td></tr>`,
  )}</tbody></table></div>`;
}

function renderTable({ targets, requirements }: Matrix): Markup {
  const areas = [...new Set(requirements.map(({ requirement }) => areaOf(requirement)))];
  return markup`<div class="scroll requirements" role="region" aria-label="Table of requirements" tabindex="0"><table class="matrix" id="matrix-table">
<thead><tr><th scope="col">Id</th>${targets.map(({ target }) => markup`<th scope="col">${foreign(target, 200)}</th>`)}<th scope="col">Statement</th></tr></thead>
${areas.map(
  (area) => markup`<tbody><tr class="group"><th colspan="${targets.length + 2}" scope="rowgroup">${area}</th></tr>
${requirements.filter(({ requirement }) => areaOf(requirement) === area).map((row) => renderRow(row))}</tbody>
`,
)}</table></div>`;
}

function renderRow({ requirement, level, statement, verdicts: cells }: MatrixRow): Markup {
  const words = cells.filter((verdict) => verdict !== null).join(' ');
  return markup`<tr data-verdict="${words}" data-level="${level}"><th scope="row" class="id">${requirement}</th>${cells.map((verdict) => markup`<td>${verdict === null ? markup`<span class="quiet small">${notAsked}</span>` : markup`<span class="tag ${verdict}">${verdict}</span>`}</td>`)}<td class="claim">${statement} <span class="quiet small">${level}</span></td></tr>
`;
}
