// A badge of one run: as JSON for shields.io, and as a self-contained SVG image.

import type { Badge } from '../harness/files/badge.js';
import type { Report } from '../harness/files/report.js';
import { percent } from './headline.js';
import { markup, type Markup } from './text/markup.js';

const label = 'AWS Private CA policies';

/** Green only for a run that finished and conformed; divergence and coverage stay two numbers. */
export function badgeOf({ summary, exit }: Pick<Report, 'summary' | 'exit'>): Badge {
  const { pass, fail } = summary.verdicts;
  const covered = `${percent(summary.coverage)} covered`;
  if (exit.code === 0 && fail === 0) return badge(`conforms, ${covered}`, 'brightgreen');
  if (exit.code === 0) return badge(`${fail} of ${pass + fail} diverge, all known, ${covered}`, 'orange');
  if (fail > 0) return badge(`${fail} of ${pass + fail} diverge, ${covered}`, 'red');
  return pass === 0 ? badge('not tested', 'lightgrey') : badge(`inconclusive, ${covered}`, 'orange');
}

function badge(message: string, color: Badge['color']): Badge {
  return { schemaVersion: 1, label, message, color, isError: color !== 'brightgreen' };
}

export function renderBadgeJson(report: Pick<Report, 'summary' | 'exit'>): string {
  return `${JSON.stringify(badgeOf(report), undefined, 2)}\n`;
}

/** White text on each has a contrast of at least 4.5. */
const fills: Readonly<Record<Badge['color'], string>> = {
  brightgreen: '#1f7a4d',
  red: '#b3322b',
  orange: '#8f5a00',
  lightgrey: '#5f6670',
};

export function renderBadgeSvg(report: Pick<Report, 'summary' | 'exit'>): string {
  const { message, color } = badgeOf(report);
  const left = widthOf(label);
  const right = widthOf(message);
  const width = left + right;
  const image = markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${label}: ${message}"><title>${label}: ${message}</title><clipPath id="edge"><rect width="${width}" height="20" rx="4"/></clipPath><g clip-path="url(#edge)"><rect width="${left}" height="20" fill="#3b4048"/><rect x="${left}" width="${right}" height="20" fill="${fills[color]}"/></g><g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">${renderText(8, left - 16, label)}${renderText(left + 8, right - 16, message)}</g></svg>`;
  return `${image.text}\n`;
}

function renderText(x: number, length: number, words: string): Markup {
  return markup`<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
}

/** The width with a margin on both sides; narrow letters of an 11 px Verdana are about half as wide as the others. */
function widthOf(text: string): number {
  const letters = [...text].reduce((sum, letter) => sum + (/[ .,iIjlt1:]/.test(letter) ? 4.2 : 7), 0);
  return Math.round(letters) + 16;
}
