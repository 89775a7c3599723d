// Foreign text cut to a length, and harmless: nothing in it is obeyed by a terminal or turns the reading direction.

import { terminalText } from './terminal-text.js';

/** One line of at most `maxLength` characters. Only what may be shown is looked at, however long the text is. */
export function shortText(text: string, maxLength: number): string {
  const shown = terminalText(text.slice(0, maxLength + 1), Infinity);
  return shown.length <= maxLength
    ? shown
    : `${cut(shown, Math.max(0, maxLength - 3))}...`.slice(0, Math.max(0, maxLength));
}

/** The start of a text, without half of a pair of surrogates at its end. */
export function cut(text: string, maxLength: number): string {
  return text.slice(0, Math.max(0, maxLength)).replace(/[\ud800-\udbff]$/, '');
}
