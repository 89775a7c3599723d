// The document around every HTML report: self-contained, without external requests.

import { createHash } from 'node:crypto';
import { Markup, markup } from '../text/markup.js';
import { script } from './script.js';
import { style } from './style.js';
import { groupedNumber } from '../../harness/text/grouped-number.js';

export interface Page {
  readonly title: string;
  readonly tone: 'good' | 'bad' | 'unsure' | 'plain';
  /** Above the links: the heading of the page. */
  readonly masthead: Markup;
  readonly sections: readonly Section[];
  readonly footer: Markup;
}

export interface Section {
  /** Unique in the page. */
  readonly id: string;
  readonly heading: string;
  /** Shown in the link to the section. */
  readonly count?: number | undefined;
  readonly lead?: string | undefined;
  readonly content: Markup;
}

/** Allows only the style and the script below, by their hashes; no URLs, frames or forms. */
const policy = [
  "default-src 'none'",
  `style-src '${hashOf(style)}'`,
  `script-src '${hashOf(script)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function renderPage({ title, tone, masthead, sections, footer }: Page): string {
  return `${
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<title>${title}</title>
<link rel="icon" href="data:," />
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="masthead ${tone}"><div class="wrap">${masthead}</div></header>
<nav aria-label="Sections"><ul class="wrap">${sections.map((section) => renderLink(section))}</ul></nav>
<main id="content" class="wrap">${sections.map((section) => renderSection(section))}</main>
<footer><div class="wrap">${footer}</div></footer>
<p id="announcements" class="visually-hidden" role="status"></p>
<script>${new Markup(script)}</script>
</body>
</html>`.text
  }\n`;
}

function renderLink({ id, heading, count }: Section): Markup {
  const number = count === undefined ? '' : markup` <span class="count">${groupedNumber(count)}</span>`;
  return markup`<li><a href="#${id}">${heading}${number}</a></li>`;
}

function renderSection({ id, heading, lead, content }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>${
    lead === undefined
      ? ''
      : markup`
<p class="lead">${lead}</p>`
  }
${content}
</section>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
