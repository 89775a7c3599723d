// Markup made by the template library: whatever stands in a placeholder is escaped, unless it is markup itself. This is
// the only file that knows the library.

import { html, raw } from 'hono/html';
import { visibleText } from '../../harness/text/visible-text.js';
import { terminalText } from '../text/terminal-text.js';

/** `raw` is for texts of our own alone: the style and the script of a page, and images, which escape what is in them. */
export { raw };

export type Markup = ReturnType<typeof html>;

type Placeholder = string | number | Markup | readonly Placeholder[];

/** A template. Control characters and bidirectional controls in its placeholders are made visible too. */
export function markup(texts: TemplateStringsArray, ...values: readonly Placeholder[]): Markup {
  return html(texts, ...values.map((value) => visible(value)));
}

function visible(value: Placeholder): unknown {
  if (Array.isArray(value)) return value.map((each: Placeholder) => visible(each));
  // Markup is an object, also where its type calls it a string.
  return typeof value === 'string' ? visibleText(value) : value;
}

export const nothing: Markup = markup``;

/** The markup as text, for a file. */
export function markupText(value: Markup): string {
  // The library waits for promises in placeholders; a pure renderer has none.
  if (value instanceof Promise) throw new Error('A renderer put a promise into its markup.');
  return value.toString();
}

/** Foreign text as code, cut where it is very long. */
export function foreign(text: string, maxLength = 1_500): Markup {
  return markup`<code>${terminalText(text, maxLength)}</code>`;
}
