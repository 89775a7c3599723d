// The kinds of report and the forms in which they are written. If a kind has several forms, the file name decides
// which.

import { extname } from 'node:path';
import { renderBadgeJson, renderBadgeSvg } from '../../../reports/badge.js';
import { renderConsole } from '../../../reports/console.js';
import { renderHtml } from '../../../reports/html/html-report.js';
import { renderJson } from '../../../reports/json.js';
import { renderJunit } from '../../../reports/junit.js';
import { renderMarkdown } from '../../../reports/markdown.js';
import { matrixOf, renderMatrixHtml, renderMatrixJson, renderMatrixMarkdown } from '../../../reports/matrix.js';
import type { Report } from '../../files/report.js';
import { usageError } from './failure.js';

export const reportKinds = ['json', 'junit', 'console', 'markdown', 'html', 'badge', 'matrix'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** By kind, the file name extensions of its forms; the first is also the form for a terminal. */
const forms: Readonly<Partial<Record<ReportKind, readonly string[]>>> = {
  badge: ['.svg', '.json'],
  matrix: ['.md', '.html', '.json'],
};

/** `words` are the user's words that name the file. */
export function requireKnownForm(words: string, kind: ReportKind, path: string): void {
  const endings = forms[kind];
  if (endings === undefined || endings.includes(extname(path))) return;
  throw usageError(
    `${words}: the name of a ${kind} ends with ${endings.join(' or ')}, which says in what form it is written.`,
  );
}

/** One report as the text of a file. `path` is undefined if it goes to a terminal. */
export function renderReport(kind: ReportKind, report: Report, path: string | undefined, outDir: string): string {
  switch (kind) {
    case 'json':
      return renderJson(report);
    case 'junit':
      return renderJunit(report);
    case 'console':
      return renderConsole(report, { color: false, quiet: false, outDir });
    case 'markdown':
      return renderMarkdown(report);
    case 'html':
      return renderHtml(report);
    case 'badge':
      return extname(path ?? '') === '.json' ? renderBadgeJson(report) : renderBadgeSvg(report);
    case 'matrix':
      return renderMatrix([report], path);
    default:
      return kind satisfies never;
  }
}

export function renderMatrix(reports: readonly Report[], path: string | undefined): string {
  const matrix = matrixOf(reports);
  switch (extname(path ?? '')) {
    case '.json':
      return renderMatrixJson(matrix);
    case '.html':
      return renderMatrixHtml(matrix);
    default:
      return renderMatrixMarkdown(matrix);
  }
}
