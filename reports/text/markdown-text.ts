// Untrusted text in GitHub Flavored Markdown: nothing in it is markup or mentions a person.

import { terminalText } from './terminal-text.js';

/** Untrusted text as inline code. */
export function code(text: string, maxLength = 600): string {
  const shown = terminalText(text, maxLength);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space separates a backtick at either end from the fence; it is not rendered.
  const padding = /^`|`$|^ .* $/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A code block of lines that are already safe for a terminal. */
export function fenced(lines: readonly string[], language: 'sh' | 'text' | 'python' = 'sh'): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Untrusted text as plain text: characters that Markdown or HTML could take for markup become character references. */
export function plain(text: string): string {
  return terminalText(text).replaceAll(/[&<>"'`*_~#|[\]()\\@!{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}
