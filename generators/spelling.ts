// Arbitraries for other spellings of a JSON document, which change its text but not its meaning.
//
//   object ::= "{" member *( "," member ) "}" ws      members in any order
//   ws     ::= *( U+0020 | U+0009 | U+000A | U+000D )
//   char   ::= itself | "\u" 4 hexadecimal digits | "\/"
//
// Sources: https://www.rfc-editor.org/rfc/rfc8259,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (a single value without brackets)

import fc from 'fast-check';

/** A spelling as plain data. Each list is used cyclically; an empty list changes nothing. */
export interface Spelling {
  /** White space for the gaps between tokens. */
  readonly gaps: readonly string[];
  /** Ranks by which the members of an object are sorted; equal ones keep their order. */
  readonly ranks: readonly number[];
  /** How the characters of strings are written. */
  readonly characters: readonly CharacterForm[];
  /** How a single action is written (POL-18). */
  readonly actions: 'as-given' | 'string' | 'list';
}

/** `solidus` writes a slash as `\/` and other characters unchanged. */
export type CharacterForm = 'plain' | 'lower-case-escape' | 'upper-case-escape' | 'solidus';

/** The spelling of JSON.stringify. */
export const compact: Spelling = { gaps: [], ranks: [], characters: [], actions: 'as-given' };

/** The same document in another spelling. The tokens of the CA are kept. Pure. */
export function respell(text: string, { gaps, ranks, characters, actions }: Spelling): string {
  const writer: Writer = {
    gap: inTurn(gaps, ''),
    rank: inTurn(ranks, 0),
    form: inTurn(characters, 'plain'),
  };
  const document: unknown = JSON.parse(text, (key, value: unknown) =>
    key === 'Action' ? withBrackets(value, actions) : value,
  );
  return write(document, writer).trimStart();
}

/** Spellings that change only white space, except at the beginning, and the order of keys; a service accepts them (POL-08). */
export function whiteSpaceAndKeyOrder(): fc.Arbitrary<Spelling> {
  return spelling({ characterForms: 0, actions: ['as-given'] });
}

/** Spellings that may also escape characters and change the brackets of a single action. */
export function anySpelling(): fc.Arbitrary<Spelling> {
  return spelling({ characterForms: 5, actions: ['as-given', 'string', 'list'] });
}

interface SpellingOptions {
  /** The maximum number of character forms. */
  readonly characterForms: number;
  readonly actions: readonly Spelling['actions'][];
}

function spelling({ characterForms, actions }: SpellingOptions): fc.Arbitrary<Spelling> {
  const gap = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 });
  const form = fc.constantFrom<CharacterForm[]>('plain', 'lower-case-escape', 'upper-case-escape', 'solidus');
  return fc.record({
    gaps: fc.array(gap, { maxLength: 5 }),
    ranks: fc.array(fc.nat({ max: 9 }), { maxLength: 7 }),
    characters: fc.array(form, { maxLength: characterForms }),
    actions: fc.constantFrom(...actions),
  });
}

interface Writer {
  readonly gap: () => string;
  readonly rank: () => number;
  readonly form: () => CharacterForm;
}

function inTurn<Item>(items: readonly Item[], otherwise: Item): () => Item {
  let turn = -1;
  return () => {
    turn += 1;
    return items[turn % items.length] ?? otherwise;
  };
}

function withBrackets(value: unknown, actions: Spelling['actions']): unknown {
  if (actions === 'list' && typeof value === 'string') return [value];
  return actions === 'string' && Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** A value with a gap before and after it. */
function write(value: unknown, writer: Writer): string {
  const before = writer.gap();
  const written = writeBare(value, writer);
  return before + written + writer.gap();
}

function writeBare(value: unknown, writer: Writer): string {
  if (typeof value === 'string') return writeString(value, writer);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, writer)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .map(([key, member]: [string, unknown]) => ({ key, member, rank: writer.rank() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ key, member }) => `${write(key, writer)}:${write(member, writer)}`);
  return `{${members.join(',')}}`;
}

function writeString(text: string, writer: Writer): string {
  const pieces = text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece, index) => (index % 2 === 1 ? piece : writeCharacters(piece, writer)));
  return `"${pieces.join('')}"`;
}

function writeCharacters(text: string, { form }: Writer): string {
  return text
    .split('')
    .map((character) => writeCharacter(character, form()))
    .join('');
}

function writeCharacter(character: string, form: CharacterForm): string {
  const escaped = character.charCodeAt(0).toString(16).padStart(4, '0');
  switch (form) {
    case 'lower-case-escape':
      return `\\u${escaped}`;
    case 'upper-case-escape':
      return `\\u${escaped.toUpperCase()}`;
    case 'solidus':
      return character === '/' ? String.raw`\/` : writeCharacter(character, 'plain');
    case 'plain':
      return JSON.stringify(character).slice(1, -1);
    default:
      return form satisfies never;
  }
}
