// Wraps a line of prose at spaces to the width of a terminal.

const colorCode = /\u001b\[\d+m/g;

/**
 * Lines of at most `columns` characters, unless a word is longer; those after the first begin with the indent. A terminal
 * that does not know its width reports 0.
 */
export function wrappedLine(line: string, columns: number | undefined, indent: string): string {
  if (columns === undefined || columns === 0 || widthOf(line) <= columns) return line;
  const start = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(start.length).split(' ')) {
    const lead = lines.length === 0 ? start : indent;
    const longer = current === '' ? `${lead}${word}` : `${current} ${word}`;
    // A text that is not longer than the indent, such as a label, stays with the next word: a break would gain nothing.
    if (widthOf(current) > indent.length && widthOf(longer) > columns) {
      lines.push(current);
      current = `${indent}${word}`;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}

function widthOf(text: string): number {
  return text.replaceAll(colorCode, '').length;
}
