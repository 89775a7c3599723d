// SVG as a tree of elements, so that no text becomes markup without being escaped.

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
}

export function svgElement(
  name: string,
  attributes: SvgElement['attributes'],
  ...children: SvgElement['children']
): SvgElement {
  return { name, attributes, children };
}

/** Names are those of our own code; texts and values of attributes may be anyone's. */
export function renderSvg({ name, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeMarkup(child) : renderSvg(child)));
  return inner.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Right in text and in quoted attributes, in HTML and in XML; characters that XML does not have become U+FFFD. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => replacements[character] ?? '');
}
