// One template tag for HTML and SVG: a value in a placeholder is escaped unless it is markup itself.

import { visibleText } from '../../harness/text/visible-text.js';
import { terminalText } from './terminal-text.js';

/**
 * Text that is markup. A class, so that no value read from a file can pass for it. `new Markup(text)` is for our own texts only,
 * such as the style and the script of a page.
 */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Placeholder = string | number | Markup | readonly Placeholder[];

/**
 * ``markup`<b>${name}</b>` ``. Placeholders stand between tags or in quoted attributes. Control characters, bidirectional
 * controls and lone surrogates in them become visible, so that the result is well-formed XML too.
 */
export function markup(texts: TemplateStringsArray, ...values: readonly Placeholder[]): Markup {
  return new Markup(String.raw({ raw: texts }, ...values.map((value) => renderValue(value))));
}

function renderValue(value: Placeholder): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escaped(visibleText(value));
  return typeof value === 'number' ? String(value) : value.map((each) => renderValue(each)).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

export const nothing: Markup = markup``;

/** Untrusted text as code, cut if it is very long. */
export function foreign(text: string, maxLength = 1_500): Markup {
  return markup`<code>${terminalText(text, maxLength)}</code>`;
}
