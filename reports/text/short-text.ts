// Untrusted text cut to a length and safe for a terminal.

import { terminalText } from './terminal-text.js';

/** One line of at most `maxLength` characters. Only the start of a long text is read. */
export function shortText(text: string, maxLength: number): string {
  const shown = terminalText(text.slice(0, maxLength + 1), Infinity);
  return shown.length <= maxLength
    ? shown
    : `${cut(shown, Math.max(0, maxLength - 3))}...`.slice(0, Math.max(0, maxLength));
}

/** The start of a text; a pair of surrogates is not split. */
export function cut(text: string, maxLength: number): string {
  return text.slice(0, Math.max(0, maxLength)).replace(/[\ud800-\udbff]$/, '');
}
