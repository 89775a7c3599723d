// The table of characters at the edges of the allowed class, raw and as JSON escapes, in a Sid.
//
//   pattern [\u0009\u000A\u000D\u0020-\u00FF]+
//   char    ::= unescaped | "\" ( DQUOTE | "\" | "/" | "b" | "f" | "n" | "r" | "t" | "u" 4 hexadecimal digits )
//
// Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html,
// https://www.rfc-editor.org/rfc/rfc8259

import type { Answers, PolicyFlaw } from './flaw.js';
import { withRawSid } from './insert-flaw.js';
import { compact, respell, type CharacterForm } from './spelling.js';

const acceptedPreferred: Answers = ['Success', 'InvalidPolicyException'];

function codePointName(code: number): string {
  return `u${code.toString(16).padStart(4, '0')}`;
}

/** Characters inside the class that may be unescaped in a JSON string. */
const edgesInside = [0x20, 0x7e, 0x7f, 0x80, 0x9f, 0xa0, 0xff];

/** No published Sid contains these characters, so a service may reject them (POL-14). */
export const keptCharacters: readonly PolicyFlaw[] = edgesInside.map((code) => ({
  id: `character/${codePointName(code)}`,
  summary: `A Sid contains U+${code.toString(16).toUpperCase().padStart(4, '0')}.`,
  requirement: 'POL-03',
  acceptable: acceptedPreferred,
  insert: (policy) => withRawSid(policy, `a${String.fromCharCode(code)}b`),
}));

const edges = [0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1f, ...edgesInside, 0x100];

/** The escapes are ASCII, whichever character they encode; whether such a Sid is stored is open (POL-03). */
export const escapedCharacters: readonly PolicyFlaw[] = [
  ...edges.map((code) => escaped(codePointName(code), `\\${codePointName(code)}`)),
  escaped('surrogate-pair', String.raw`\ud83d\udd12`),
  escaped('short', ...Array.from('"\\/bfnrt', (character) => `\\${character}`)),
];

/** A Sid with one of the escapes, which the pick chooses. */
function escaped(id: string, ...escapes: readonly string[]): PolicyFlaw {
  return {
    id: `escape/${id}`,
    summary: `A Sid contains the escape ${escapes.join(' or ')}.`,
    requirement: 'POL-03',
    acceptable: acceptedPreferred,
    insert: (policy, pick) => withRawSid(policy, `a${escapes[pick % escapes.length]}b`),
  };
}

/** The behaviour of software on it is unpredictable (https://www.rfc-editor.org/rfc/rfc8259#section-8.2), also on a read. */
export const escapedLoneSurrogate: PolicyFlaw = escaped('lone-surrogate', String.raw`\ud800`);

/** The same document with unnecessary escapes, which JSON permits and no page documents. */
export const unnecessaryEscapes: readonly PolicyFlaw[] = [
  unnecessary('in-a-key', 'A key has an escape.', (text) => text.replace('"Effect"', String.raw`"\u0045ffect"`)),
  unnecessary('in-a-value', 'The word Allow has an escape.', (text) =>
    text.replace('"Allow"', String.raw`"\u0041llow"`),
  ),
  unnecessary('of-slashes', 'Slashes are escaped.', respelled('solidus')),
  unnecessary('in-lower-case', 'Every character is escaped, in lower case.', respelled('lower-case-escape')),
];

function unnecessary(id: string, summary: string, rewrite: (text: string) => string): PolicyFlaw {
  return {
    id: `needless-escape/${id}`,
    summary,
    requirement: 'POL-08',
    acceptable: acceptedPreferred,
    insert: ({ text }) => rewrite(text),
  };
}

function respelled(form: CharacterForm): (text: string) => string {
  return (text) => respell(text, { ...compact, characters: [form] });
}
