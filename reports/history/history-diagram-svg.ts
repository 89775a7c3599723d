// A concurrent history as an SVG image: one row per lane, one bar per call, the impossible call marked.
//
// Its colour is `currentColor`, so that it works on light and dark pages. It has no style element or style attribute, which a
// strict Content-Security-Policy would refuse. Classes let a page restyle it: `history-bar`,
// `history-open`, `history-impossible`, `history-lane`, `history-label`.

import type { HistoryPicture, PicturedCall } from '../../harness/linearizability/picture.js';
import { shortText } from '../text/short-text.js';
import { markup, nothing, type Markup } from '../text/markup.js';

export interface HistorySvgOptions {
  /** Prefix of the ids in the image; unique in the page. Letters, digits and hyphens. */
  readonly id: string;
}

const rowHeight = 34;
const barHeight = 24;
const leastColumnWidth = 96;
const maxColumnWidth = 220;
/** The width that few columns share, so that their labels can be read. */
const usualWidth = 880;
const laneWidth = 72;
const characterWidth = 7;
const labelLength = 500;
const maxColumns = 200;
/** Red on light and dark backgrounds, and never the only mark. */
const alarm = '#d1242f';

interface Placed {
  readonly call: PicturedCall;
  readonly number: number;
  readonly row: number;
  readonly left: number;
  readonly width: number;
}

export function renderHistorySvg(picture: HistoryPicture, { id }: HistorySvgOptions): Markup {
  const firstColumn = Math.max(0, picture.columnCount - maxColumns);
  const columns = picture.columnCount - firstColumn;
  const columnWidth = Math.max(leastColumnWidth, Math.min(maxColumnWidth, Math.floor(usualWidth / columns)));
  const rows = rowsOf(picture);
  const placed = rows.flatMap((row, at) =>
    row.map((number) => placeCall(picture, { number, row: at, firstColumn, columnWidth })),
  );
  const shown = placed.filter(({ width }) => width > 0);
  const width = laneWidth + columns * columnWidth;
  const height = rows.length * rowHeight + 8;
  const hidden = placed.length - shown.length;
  const title = `History of ${placed.length} calls in ${new Set(picture.calls.map(({ lane }) => lane)).size} lanes`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="history" role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, monospace" font-size="12" fill="currentColor"><title id="${id}-title">${title}</title><desc id="${id}-description">${describe(picture, hidden)}</desc>${rows.map((row, at) => laneLabel(picture.calls[row[0] ?? 0]?.lane ?? 0, at))}${shown.map((each) => bar(each))}</svg>`;
}

/** Positions of calls by row. A lane needs a second row if it continued after a call that was never answered. */
function rowsOf({ calls, columnCount }: HistoryPicture): readonly (readonly number[])[] {
  const lanes = [...new Set(calls.map(({ lane }) => lane))].sort((left, right) => left - right);
  return lanes.flatMap((lane) => {
    const rows: { readonly positions: number[]; lastColumn: number }[] = [];
    calls.forEach((call, position) => {
      if (call.lane !== lane) return;
      const lastColumn = call.lastColumn ?? columnCount - 1;
      const free = rows.find((row) => row.lastColumn < call.firstColumn);
      if (free === undefined) {
        rows.push({ positions: [position], lastColumn });
        return;
      }
      free.positions.push(position);
      free.lastColumn = lastColumn;
    });
    return rows.map(({ positions }) => positions);
  });
}

function placeCall(
  { calls, columnCount }: HistoryPicture,
  {
    number,
    row,
    firstColumn,
    columnWidth,
  }: {
    readonly number: number;
    readonly row: number;
    readonly firstColumn: number;
    readonly columnWidth: number;
  },
): Placed {
  const call = calls[number];
  if (call === undefined) throw new Error(`The picture has no call ${number}.`);
  const start = Math.max(firstColumn, call.firstColumn);
  const end = (call.lastColumn ?? columnCount - 1) + 1;
  return {
    call,
    number: number + 1,
    row,
    left: laneWidth + (start - firstColumn) * columnWidth,
    width: Math.max(0, (end - start) * columnWidth - 6),
  };
}

function describe({ calls, sentence }: HistoryPicture, hidden: number): string {
  const impossible = calls.find(({ isImpossible }) => isImpossible);
  return [
    ...(sentence === undefined ? [] : [shortText(sentence, labelLength)]),
    ...(impossible === undefined ? [] : [`Impossible: ${shortText(impossible.label, labelLength)}.`]),
    ...(hidden === 0 ? [] : [`${hidden} earlier calls are not shown.`]),
    'Bars that share a column overlap in time.',
  ].join(' ');
}

function laneLabel(lane: number, row: number): Markup {
  return markup`<text class="history-lane" x="0" y="${row * rowHeight + 24}">lane ${lane}</text>`;
}

function bar({ call, number, row, left, width }: Placed): Markup {
  const { isImpossible, lastColumn, place } = call;
  const isOpen = lastColumn === undefined;
  const classes = ['history-bar', ...(isOpen ? ['history-open'] : []), ...(isImpossible ? ['history-impossible'] : [])];
  const notes = [
    `lane ${call.lane}`,
    ...(isOpen ? ['never answered'] : []),
    ...(place === undefined ? [] : [`place ${place}`]),
  ];
  const mark = isImpossible ? '\u2717 ' : place === undefined ? '' : `${place}. `;
  const title = `${number}: ${shortText(call.label, labelLength)} (${notes.join(', ')})${isImpossible ? ': no order explains this' : ''}`;
  const color = isImpossible ? alarm : 'currentColor';
  const label = mark + shortText(call.label, Math.floor((width - 12) / characterWidth) - mark.length);
  const dashes = isOpen ? markup` stroke-dasharray="5 3"` : nothing;
  return markup`<g class="${classes.join(' ')}"><title>${title}</title><rect x="${left}" y="${row * rowHeight + 8}" width="${width}" height="${barHeight}" rx="4" fill="${color}" fill-opacity="${isImpossible ? 0.25 : 0.08}" stroke="${color}" stroke-width="${isImpossible ? 2.5 : 1}"${dashes}/><text class="history-label" x="${left + 6}" y="${row * rowHeight + 24}">${label}</text></g>`;
}
