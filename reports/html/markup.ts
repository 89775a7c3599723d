// Markup made by the template library: whatever stands in a placeholder is escaped, unless it is markup itself. This is
// the only file that knows the library.

import { html as markup, raw } from 'hono/html';
import { terminalText } from '../terminal-text.js';

/** `raw` is for texts of our own alone: the style and the script of a page. */
export { markup, raw };

export type Markup = ReturnType<typeof markup>;

export const nothing: Markup = markup``;

/** The markup as text, for a file. */
export function markupText(value: Markup): string {
  // The library waits for promises in placeholders; a pure renderer has none.
  if (value instanceof Promise) throw new Error('A renderer put a promise into its markup.');
  return value.toString();
}

/** Foreign text as code, with control characters and bidirectional controls made visible, cut where it is very long. */
export function foreign(text: string, maxLength = 1_500): Markup {
  return markup`<code>${terminalText(text, maxLength)}</code>`;
}
