// A concurrent history as text: one line per lane, one bar per call, the impossible call marked, and a list of the calls.

import type { HistoryPicture, PicturedCall } from '../../harness/linearizability/picture.js';
import { cut, shortText } from '../text/short-text.js';

export interface HistoryDiagramOptions {
  /** The longest line, in characters; at least 80. Only the sentence may be longer. */
  readonly width: number;
}

const leastWidth = 80;
/** Wide enough for the brackets of a bar and a number. */
const leastColumnWidth = 6;
const maxColumnWidth = 32;
/** Shrunk histories are much smaller. */
const maxCalls = 200;

interface Bar {
  readonly call: PicturedCall;
  readonly number: number;
  readonly lastColumn: number;
}

/** Columns that do not fit are dropped at the start, because the impossible call is near the end. */
export function renderHistoryDiagram(picture: HistoryPicture, options: HistoryDiagramOptions): string {
  const width = Math.max(leastWidth, Math.floor(options.width));
  const prefixWidth = 2 + Math.max(0, ...picture.calls.map(({ lane }) => laneName(lane).length));
  const room = Math.max(1, Math.floor((width - prefixWidth) / leastColumnWidth));
  const firstColumn = Math.max(0, picture.columnCount - room);
  const columns = Math.min(room, picture.columnCount);
  const columnWidth = Math.min(maxColumnWidth, Math.floor((width - prefixWidth) / columns));
  const all = picture.calls.map((call, at): Bar => ({
    call,
    number: at + 1,
    lastColumn: call.lastColumn ?? picture.columnCount - 1,
  }));
  const bars = all.filter(({ lastColumn }) => lastColumn >= firstColumn).slice(-maxCalls);
  const hidden = all.length - bars.length;
  const lines = [
    ...(picture.sentence === undefined ? [] : [shortText(picture.sentence, 6 * width)]),
    ...(hidden === 0 ? [] : [`(${hidden} earlier calls are not shown)`]),
    ...linesOfLanes(bars).map(({ lane, line }) =>
      `${laneName(lane).padEnd(prefixWidth)}${drawLine(line, firstColumn, columnWidth)}`.trimEnd(),
    ),
    ...bars.map((bar) => describeBar(bar, width)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function laneName(lane: number): string {
  return `lane ${lane}`;
}

/** A lane needs a second line if it continued after a call that was never answered. */
function linesOfLanes(bars: readonly Bar[]): readonly { readonly lane: number; readonly line: readonly Bar[] }[] {
  const lanes = [...new Set(bars.map(({ call }) => call.lane))].sort((left, right) => left - right);
  return lanes.flatMap((lane) => {
    const lines: Bar[][] = [];
    for (const bar of bars.filter(({ call }) => call.lane === lane)) {
      const free = lines.find((line) => line.every(({ lastColumn }) => lastColumn < bar.call.firstColumn));
      if (free === undefined) lines.push([bar]);
      else free.push(bar);
    }
    return lines.map((line) => ({ lane, line }));
  });
}

function drawLine(line: readonly Bar[], firstColumn: number, columnWidth: number): string {
  let drawn = '';
  for (const bar of line) {
    const start = Math.max(0, bar.call.firstColumn - firstColumn) * columnWidth;
    const end = (bar.lastColumn + 1 - firstColumn) * columnWidth - 1;
    drawn = drawn.padEnd(start) + drawBar(bar, end - start);
  }
  return drawn;
}

/** A call without an answer has no right end; the impossible one is between exclamation marks. */
function drawBar({ call, number }: Bar, width: number): string {
  const [left, right] = call.isImpossible ? ['!', '!'] : ['[', call.lastColumn === undefined ? '~' : ']'];
  const fill = call.lastColumn === undefined ? '~' : '-';
  const inner = Math.max(0, width - 2);
  return `${left}${cut(`${number} ${shortText(call.label, inner)}`, inner).padEnd(inner, fill)}${right}`;
}

function describeBar({ call, number }: Bar, width: number): string {
  const place = call.place === undefined ? '' : `, place ${call.place} in the order`;
  const open = call.lastColumn === undefined ? ', never answered' : '';
  const mark = call.isImpossible ? '  <-- no order explains this' : '';
  const head = `${String(number).padStart(4)}  `;
  const tail = `  (${laneName(call.lane)}${open}${place})${mark}`;
  return head + shortText(call.label, Math.max(leastWidth, width) - head.length - tail.length) + tail;
}
