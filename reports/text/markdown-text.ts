// Foreign text in Markdown, in GitHub's flavour: nothing in it is markup, and no person is mentioned by it.

import { terminalText } from './terminal-text.js';

/** Foreign text as code: nothing in it is markup, and no person is mentioned by it. */
export function code(text: string, maxLength = 600): string {
  const shown = terminalText(text, maxLength);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space keeps a tick at either end apart from the fence; it is not shown.
  const padding = /^`|`$|^ .* $/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A block of lines to be copied, each safe for a terminal. */
export function fenced(lines: readonly string[], language: 'sh' | 'text' | 'python' = 'sh'): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Text between markup, with whatever Markdown or HTML could take for markup made a character reference. */
export function plain(text: string): string {
  return terminalText(text).replaceAll(/[&<>"'`*_~#|[\]()\\@!{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}
