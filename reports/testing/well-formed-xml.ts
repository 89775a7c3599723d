// A strict, minimal XML parser: it accepts only what the reports use.

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The names of its ancestors, outermost first. */
  readonly within: readonly string[];
}

/**
 * Every element in document order. Throws if the text is not well-formed.
 * Source: https://www.w3.org/TR/xml/, without doctypes, comments and processing instructions.
 */
export function readXml(xml: string): readonly XmlElement[] {
  if (forbidden.test(xml)) throw new Error('The document holds a character that no XML document may hold.');
  const elements: XmlElement[] = [];
  const open: string[] = [];
  let at = declaration.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    const token = tokens.map((pattern) => matchAt(pattern, xml, at)).find((match) => match !== undefined);
    if (token === undefined) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    at += token[0].length;
    const { start, rest, empty, end, text } = token.groups ?? {};
    if (start !== undefined) {
      elements.push({ name: start, attributes: readAttributes(rest ?? ''), within: [...open] });
      if (empty === '') open.push(start);
    } else if (end !== undefined) {
      const expected = open.pop();
      if (expected !== end) throw new Error(`</${end}> ends ${expected ?? 'nothing'}.`);
    } else if (open.length === 0 && text?.trim() !== '') {
      throw new Error('There is text outside of the root element.');
    }
  }
  if (open.length > 0) throw new Error(`<${open.join('>, <')}> never end.`);
  if (elements.filter(({ within }) => within.length === 0).length !== 1) throw new Error('There is not one root.');
  return elements;
}

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const declaration = /^<\?xml version="1\.0"( encoding="UTF-8")?\?>/;
const entity = '&(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);';
const attribute = `\\s+([A-Za-z_][\\w.-]*)="((?:[^<&"]|${entity})*)"`;

const tokens: readonly RegExp[] = [
  new RegExp(`<(?<start>[A-Za-z_][\\w.-]*)(?<rest>(?:${attribute})*)\\s*(?<empty>/?)>`, 'y'),
  /<\/(?<end>[A-Za-z_][\w.-]*)\s*>/y,
  /<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>/y,
  // "]]>" may stand only at the end of a CDATA section.
  new RegExp(`(?<text>(?:(?!\\]\\]>)[^<&]|${entity})+)`, 'y'),
];

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(new RegExp(attribute, 'g'))].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const attributes = Object.fromEntries(found);
  if (Object.keys(attributes).length !== found.length) throw new Error(`An attribute is given twice:${text}`);
  return attributes;
}
