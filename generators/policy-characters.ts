// The table of characters at the edges of the allowed class, as they are and as JSON escapes, in a place where any text
// may stand.
//
//   pattern [\u0009\u000A\u000D\u0020-\u00FF]+
//   char    ::= unescaped | "\" ( DQUOTE | "\" | "/" | "b" | "f" | "n" | "r" | "t" | "u" 4 hexadecimal digits )
//
// Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html,
// https://www.rfc-editor.org/rfc/rfc8259

import type { Answers, PolicyFlaw } from './flaw.js';
import { withRawSid } from './insert-flaw.js';
import { compact, respell, type CharacterForm } from './spelling.js';

const acceptedRather: Answers = ['Success', 'InvalidPolicyException'];

function codePointName(code: number): string {
  return `u${code.toString(16).padStart(4, '0')}`;
}

/** Inside the class, and allowed unescaped in a JSON string. */
const edgesInside = [0x20, 0x7e, 0x7f, 0x80, 0x9f, 0xa0, 0xff];

/** A Sid of these is of no published form, so that a service may refuse it (POL-14). */
export const keptCharacters: readonly PolicyFlaw[] = edgesInside.map((code) => ({
  id: `character/${codePointName(code)}`,
  summary: `A Sid holds U+${code.toString(16).toUpperCase().padStart(4, '0')}.`,
  requirement: 'POL-03',
  acceptable: acceptedRather,
  plant: (policy) => withRawSid(policy, `a${String.fromCharCode(code)}b`),
}));

const edges = [0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1f, ...edgesInside, 0x100];

/** Plain ASCII on the wire, whatever they stand for; whether such a Sid is stored is open (POL-03). */
export const escapedCharacters: readonly PolicyFlaw[] = [
  ...edges.map((code) => escaped(codePointName(code), `\\${codePointName(code)}`)),
  escaped('surrogate-pair', String.raw`\ud83d\udd12`),
  escaped('short', ...Array.from('"\\/bfnrt', (character) => `\\${character}`)),
];

/** One of the escapes, as the pick decides. */
function escaped(id: string, ...escapes: readonly string[]): PolicyFlaw {
  return {
    id: `escape/${id}`,
    summary: `A Sid holds the escape ${escapes.join(' or ')}.`,
    requirement: 'POL-03',
    acceptable: acceptedRather,
    plant: (policy, pick) => withRawSid(policy, `a${escapes[pick % escapes.length]}b`),
  };
}

/** What software makes of it is unpredictable (https://www.rfc-editor.org/rfc/rfc8259#section-8.2), also on a read. */
export const escapedLoneSurrogate: PolicyFlaw = escaped('lone-surrogate', String.raw`\ud800`);

/** The same document with escapes for letters that need none: the same to a JSON parser, and nowhere documented. */
export const needlessEscapes: readonly PolicyFlaw[] = [
  needless('in-a-key', 'A key has an escape.', (text) => text.replace('"Effect"', String.raw`"\u0045ffect"`)),
  needless('in-a-value', 'The word Allow has an escape.', (text) => text.replace('"Allow"', String.raw`"\u0041llow"`)),
  needless('of-slashes', 'Slashes are escaped.', respelled('solidus')),
  needless('in-lower-case', 'Every character is escaped, in lower case.', respelled('lower-case-escape')),
];

function needless(id: string, summary: string, rewrite: (text: string) => string): PolicyFlaw {
  return {
    id: `needless-escape/${id}`,
    summary,
    requirement: 'POL-08',
    acceptable: acceptedRather,
    plant: ({ text }) => rewrite(text),
  };
}

function respelled(form: CharacterForm): (text: string) => string {
  return (text) => respell(text, { ...compact, characters: [form] });
}
