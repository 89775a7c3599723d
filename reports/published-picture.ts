// The published results as one SVG image: a block for services and one for clients, a row for each area of requirements, a
// column for each target.

import type { Report } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { verdictOn } from './matrix.js';
import { topicOf } from './requirement-words.js';
import { markup, type Markup } from './text/markup.js';
import { shortText } from './text/short-text.js';

export interface PictureBlock {
  readonly heading: string;
  readonly columns: readonly PictureColumn[];
}

export interface PictureColumn {
  readonly title: string;
  /** The release that was judged. */
  readonly version: string;
  readonly report: Pick<Report, 'checks'>;
}

export type ColorScheme = keyof typeof palettes;

/** Text on its background has a contrast of at least 4.5. */
const palettes = {
  light: {
    ground: '#ffffff',
    line: '#d5d9de',
    ink: '#1d2024',
    quiet: '#585f69',
    passed: { ink: '#1c6e46', ground: '#e4f2ea' },
    failed: { ink: '#a92f27', ground: '#fbe4e0' },
    undecided: { ink: '#585f69', ground: '#eceef0' },
  },
  dark: {
    ground: '#14171c',
    line: '#363c45',
    ink: '#e8e9ea',
    quiet: '#a6adb7',
    passed: { ink: '#74d09e', ground: '#173626' },
    failed: { ink: '#f7a79e', ground: '#4a211e' },
    undecided: { ink: '#a9b0ba', ground: '#2b3037' },
  },
} as const;

type Palette = (typeof palettes)[ColorScheme];

/** How many requirements of an area have which result. */
type Counts = Readonly<Record<Kind, number>>;

const kinds = ['passed', 'failed', 'undecided'] as const;
type Kind = (typeof kinds)[number];
const words: Readonly<Record<Kind, string>> = { passed: 'passed', failed: 'failed', undecided: 'not judged' };

/** Null if the verdict says nothing about the target. */
function kindOf(verdict: CheckVerdict | null): Kind | null {
  switch (verdict) {
    case 'pass':
      return 'passed';
    case 'fail':
      return 'failed';
    case 'blocked':
    case 'indeterminate':
    case 'unsupported':
    case 'vacuous':
      return 'undecided';
    case 'not-testable':
    case 'excluded':
    case null:
      return null;
    default:
      return verdict satisfies never;
  }
}

/** The name of the last row, which counts all requirements. */
const total = 'All';

interface Row {
  readonly name: string;
  /** In the order of the columns. */
  readonly cells: readonly Counts[];
}

/** In the order of the checks in the runs, without areas in which nothing was counted. */
function rowsOf(columns: readonly PictureColumn[]): readonly Row[] {
  const topics = new Map<string, string>();
  for (const check of columns.flatMap(({ report }) => report.checks)) {
    if (!topics.has(check.requirement)) topics.set(check.requirement, topicOf(check));
  }
  const rowOf = (name: string, requirements: readonly string[]): Row => ({
    name,
    cells: columns.map(({ report }) => countsOf(requirements.map((id) => kindOf(verdictOn(id, report))))),
  });
  const names = [...new Set(topics.values())];
  return [
    ...names.map((name) =>
      rowOf(
        name,
        [...topics.keys()].filter((id) => topics.get(id) === name),
      ),
    ),
    rowOf(total, [...topics.keys()]),
  ].filter(({ cells }) => cells.some((counts) => sumOf(counts) > 0));
}

function countsOf(found: readonly (Kind | null)[]): Counts {
  const count = (kind: Kind): number => found.filter((each) => each === kind).length;
  return { passed: count('passed'), failed: count('failed'), undecided: count('undecided') };
}

function sumOf({ passed, failed, undecided }: Counts): number {
  return passed + failed + undecided;
}

const width = 800;
const margin = 20;
const labelWidth = 148;
const rowHeight = 28;
const headHeight = 54;
const gap = 4;
/** The maximum distance between the three counts of a cell. */
const widestSlot = 52;
/** The maximum width of a character of a title. */
const titleCharacterWidth = 8;

export function renderPublishedPicture(blocks: readonly PictureBlock[], scheme: ColorScheme): string {
  const palette = palettes[scheme];
  const drawn = blocks.map((block) => ({ ...block, rows: rowsOf(block.columns) }));
  const heights = drawn.map(({ rows }) => headHeight + rows.length * rowHeight + gap + 18);
  const tops = heights.map((_, at) => margin + heights.slice(0, at).reduce((sum, each) => sum + each, 0));
  const legendTop = margin + heights.reduce((sum, each) => sum + each, 0);
  const height = legendTop + 56;
  const title = 'Requirements that emulators and clients meet, by area';
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">
<title id="title">${title}</title>
<desc id="description">${drawn.flatMap(({ columns, rows }) => columns.map((column, at) => describe(column, rows, at))).join(' ')}</desc>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="${palette.ground}" stroke="${palette.line}"/>
${drawn.map(({ heading, columns, rows }, at) => renderBlock({ heading, columns, rows, top: tops[at] ?? 0 }, palette))}${renderLegend(legendTop, palette)}</svg>`
      .text
  }\n`;
}

/** A column in words, for screen readers. */
function describe({ title, version }: PictureColumn, rows: readonly Row[], at: number): string {
  const failing = rows.filter(({ name, cells }) => name !== total && (cells[at]?.failed ?? 0) > 0);
  const all = rows.at(-1)?.cells[at];
  const counts = kinds.map((kind) => `${all?.[kind] ?? 0} ${words[kind]}`).join(', ');
  const where = failing.map(({ name, cells }) => `${name} ${cells[at]?.failed}`).join(', ');
  return `${shortText(`${title} ${version}`, 80)}: ${counts}${where === '' ? '' : `; failed: ${where}`}.`;
}

interface DrawnBlock extends PictureBlock {
  readonly rows: readonly Row[];
  readonly top: number;
}

function renderBlock({ heading, columns, rows, top }: DrawnBlock, palette: Palette): Markup {
  const columnWidth = (width - 2 * margin - labelWidth) / columns.length;
  const leftOf = (column: number): number => margin + labelWidth + column * columnWidth;
  const heads = columns.map(({ title, version }, at) => {
    const middle = rounded(leftOf(at) + (columnWidth + gap) / 2);
    const room = Math.floor(columnWidth / titleCharacterWidth);
    return markup`<text x="${middle}" y="${top + 18}" text-anchor="middle" font-weight="600" fill="${palette.ink}">${shortText(title, room)}</text><text x="${middle}" y="${top + 36}" text-anchor="middle" font-size="12" fill="${palette.quiet}">${shortText(version, room)}</text>
`;
  });
  const lines = rows.map(({ name, cells }, at) => {
    const isTotal = name === total;
    const y = top + headHeight + at * rowHeight + (isTotal ? gap : 0);
    return markup`<text x="${margin}" y="${y + 16}" font-weight="${isTotal ? 600 : 400}" fill="${palette.ink}">${name}</text>
${cells.map((counts, column) => renderCell(counts, { left: leftOf(column) + gap, y, width: columnWidth - gap }, palette))}`;
  });
  return markup`<text x="${margin}" y="${top + 18}" font-size="15" font-weight="650" fill="${palette.ink}">${heading}</text>
${heads}${lines}`;
}

interface Place {
  readonly left: number;
  readonly y: number;
  readonly width: number;
}

function renderCell(counts: Counts, { left, y, width: cellWidth }: Place, palette: Palette): Markup {
  const worst = counts.failed > 0 ? 'failed' : counts.passed > 0 ? 'passed' : 'undecided';
  const shown = kinds.filter((kind) => counts[kind] > 0);
  const slot = Math.min(widestSlot, cellWidth / kinds.length);
  return markup`<rect x="${rounded(left)}" y="${y}" width="${rounded(cellWidth)}" height="${rowHeight - gap}" rx="4" fill="${palette[worst].ground}"/>${shown.map(
    (kind) => {
      const x = rounded(left + cellWidth / 2 + (kinds.indexOf(kind) - 1) * slot);
      return markup`${renderMark(kind, x - 9, y + 12, palette)}<text x="${x}" y="${y + 16.5}"${kind === 'failed' ? markup` font-weight="700"` : ''} fill="${palette[kind].ink}">${counts[kind]}</text>`;
    },
  )}
`;
}

/** A tick, a cross or a dash around this point, so that colour is not the only difference. */
function renderMark(kind: Kind, x: number, y: number, palette: Palette): Markup {
  const path = {
    passed: `M${x - 4} ${y}l3 3.5l5.5 -7`,
    failed: `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`,
    undecided: `M${x - 3.5} ${y}h7`,
  }[kind];
  return markup`<path d="${path}" fill="none" stroke="${palette[kind].ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const legend: readonly (readonly [Kind, string])[] = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['undecided', 'not judged: blocked by another failure, unsupported, or no conclusive answer'],
];

function renderLegend(top: number, palette: Palette): Markup {
  const lefts = [margin, margin + 90, margin + 172];
  const entries = legend.map(([kind, text], at) => {
    const left = lefts[at] ?? 0;
    return markup`${renderMark(kind, left + 6, top + 8, palette)}<text x="${left + 18}" y="${top + 12.5}" fill="${palette.quiet}">${text}</text>
`;
  });
  return markup`${entries}<text x="${margin}" y="${top + 34}" fill="${palette.quiet}">Numbers of requirements. If several checks judge one, the worst verdict counts.</text>
`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
