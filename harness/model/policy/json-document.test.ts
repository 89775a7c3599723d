// Tests that the JSON reader accepts exactly what JSON.parse accepts and loses nothing of it.

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKeyIn, parseJsonDocument, type JsonNode } from './json-document.js';

describe('parseJsonDocument', () => {
  it('keeps member order, duplicate keys and the text of numbers', () => {
    expect(parseJsonDocument('{"b": 1.0, "a": [true, null], "b": "\\u0041"}')).toStrictEqual({
      kind: 'document',
      root: {
        kind: 'object',
        members: [
          { key: 'b', value: { kind: 'number', raw: '1.0' } },
          { key: 'a', value: { kind: 'array', items: [{ kind: 'boolean', value: true }, { kind: 'null' }] } },
          { key: 'b', value: { kind: 'string', value: 'A' } },
        ],
      },
    });
  });

  it('says where a text stops being JSON, and what it expected there', () => {
    expect(parseJsonDocument('{"a": 1,}')).toStrictEqual({
      kind: 'malformed',
      reason: 'expected a member name, found "}"',
      offset: 8,
    });
    expect(parseJsonDocument('[1 2]')).toStrictEqual({
      kind: 'malformed',
      reason: 'expected "," or "]", found a number',
      offset: 3,
    });
    expect(parseJsonDocument(' ')).toStrictEqual({
      kind: 'malformed',
      reason: 'expected a value, found the end of the text',
      offset: 1,
    });
  });

  it.each([
    ['an empty object', '{}'],
    ['an empty array', '[]'],
    ['an empty string as key', '{"":0}'],
    ['white space of all four kinds around every token', '\t\r\n {\t\r\n "a"\t\r\n :\t\r\n [\t\r\n ]\t\r\n }\t\r\n '],
    ['a scalar alone', 'null'],
    ['a negative zero', '-0'],
    ['a number in full form', '-10.250E+07'],
    ['a number beyond double precision', '[1e999,0.1000000000000000055]'],
    ['every escape', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00"'],
    ['a lone surrogate escape', '"\\ud800"'],
    ['DEL and C1 characters, line separators and astral characters in a string', '"\u007f\u0085\u2028\u{1f600}"'],
    ['a key named __proto__', '{"__proto__":{"a":1}}'],
  ])('accepts %s', (_name, text) => {
    expect(readsLikeJsonParse(text)).toBe(true);
    expect(parseJsonDocument(text).kind).toBe('document');
  });

  it.each([
    ['an empty text', ''],
    ['a byte order mark', '\ufeff{}'],
    ['a line comment', '{} // end'],
    ['a block comment', '{/* none */}'],
    ['an unclosed comment', '{} /*'],
    ['a lone slash', '/'],
    ['a trailing comma in an object', '{"a":1,}'],
    ['a trailing comma in an array', '[1,]'],
    ['a leading comma', '[,1]'],
    ['a doubled comma', '[1,,2]'],
    ['a missing comma', '["a" "b"]'],
    ['a missing colon', '{"a" 1}'],
    ['a missing value', '{"a":}'],
    ['a key that is not a string', '{1:2}'],
    ['a bare key', '{a:1}'],
    ['single quotes', "{'a':1}"],
    ['trailing garbage', '{} x'],
    ['a second document', '{}{}'],
    ['a bracket closed by a brace', '[}'],
    ['a brace closed by a bracket', '{"a":1]'],
    ['a closing bracket alone', ']'],
    ['an unclosed object', '{"a":1'],
    ['an unclosed string', '"a'],
    ['a string that ends in a backslash', '"a\\'],
    ['a raw tab in a string', '"\t"'],
    ['a raw line feed in a string', '"\n"'],
    ['a raw NUL in a string', '"\u0000"'],
    ['an unknown escape', '"\\x41"'],
    ['an unknown escape before a raw control character', '"\\q\u0001"'],
    ['a short \\u escape', '"\\u12"'],
    ['an upper-case \\U escape', '"\\U0041"'],
    ['a leading zero', '01'],
    ['a leading zero after a minus', '-01'],
    ['a plus sign', '+1'],
    ['a bare fraction', '.5'],
    ['an empty fraction', '1.'],
    ['an empty exponent', '1e'],
    ['an exponent with two signs', '1e+-5'],
    ['a minus alone', '-'],
    ['a hexadecimal number', '0x1'],
    ['NaN', 'NaN'],
    ['negative infinity', '-Infinity'],
    ['a literal in upper case', 'TRUE'],
    ['a literal with more letters', 'nullx'],
    ['a form feed as white space', '\f{}'],
    ['a vertical tab as white space', '\v{}'],
    ['a no-break space as white space', '\u00a0{}'],
    ['a line separator as white space', '\u2028{}'],
  ])('rejects %s', (_name, text) => {
    expect(parseJsonDocument(text).kind).toBe('malformed');
    expect(readsLikeJsonParse(text)).toBe(true);
  });

  it('reads 100,000 levels of arrays', () => {
    const result = parseJsonDocument('['.repeat(levels) + ']'.repeat(levels));
    expect(result.kind === 'document' && depthOf(result.root)).toBe(levels);
  });

  it('reads 100,000 levels of objects', () => {
    const result = parseJsonDocument(`${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`);
    expect(result.kind === 'document' && depthOf(result.root)).toBe(levels + 1);
  });

  it('rejects 100,000 levels that are never closed', () => {
    expect(parseJsonDocument('['.repeat(levels))).toMatchObject({ kind: 'malformed', offset: levels });
  });

  it('agrees with JSON.parse on every text of up to three pieces of JSON', () => {
    const longest = 3;
    const pieces = ['', ...'{}[]:,"\\/-+.0e1 \n\u0001\ufeff', '"a"', '\\u00e9', 'true', 'null', '//', '/**/'];
    let texts: readonly string[] = [''];
    for (let length = 0; length < longest; length += 1) {
      texts = texts.flatMap((text) => pieces.map((piece) => text + piece));
    }
    expect(texts.filter((text) => !readsLikeJsonParse(text))).toStrictEqual([]);
  });

  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(validText, (text) => readsLikeJsonParse(text) && jsonParses(text)),
      { numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on a text with one character inserted, deleted or replaced', () => {
    fc.assert(fc.property(mutatedText, readsLikeJsonParse), { numRuns: 3_000 });
  });

  it('agrees with JSON.parse on random texts of JSON characters', () => {
    fc.assert(fc.property(fc.string({ unit: jsonUnit, maxLength: 12 }), readsLikeJsonParse), { numRuns: 3_000 });
  });

  it('keeps every member in its order', () => {
    const members = fc.array(fc.tuple(fc.constantFrom('a', 'b', '1', '0', '__proto__'), fc.nat()));
    const keepsMembers = fc.property(members, (pairs) => {
      const text = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
      const expected = pairs.map(([key, value]) => ({ key, value: { kind: 'number', raw: String(value) } }));
      expect(parseJsonDocument(text)).toStrictEqual({ kind: 'document', root: { kind: 'object', members: expected } });
    });
    fc.assert(keepsMembers, { numRuns: 200 });
  });

  it('keeps the text of every number', () => {
    // RFC 8259, section 6: [ minus ] int [ frac ] [ exp ]
    const number = fc.stringMatching(/^-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?$/);
    const keepsText = fc.property(number, (raw) => {
      expect(parseJsonDocument(raw)).toStrictEqual({ kind: 'document', root: { kind: 'number', raw } });
    });
    fc.assert(keepsText, { numRuns: 200 });
  });
});

describe('duplicateKeyIn', () => {
  it.each([
    ['nothing in a document without duplicates', '{"a":{"b":1},"c":[{"b":1},{"b":2}]}', undefined],
    ['nothing in a scalar', '"a"', undefined],
    ['a key held twice with one value', '{"a":1,"b":2,"a":1}', 'a'],
    ['a key spelled once with an escape', '{"a":1,"\\u0061":2}', 'a'],
    ['an empty key', '{"":1,"":1}', ''],
    ['a key named __proto__', '{"__proto__":1,"__proto__":1}', '__proto__'],
    ['no keys that differ in case', '{"a":1,"A":2}', undefined],
    ['a duplicate inside an array', '[1,[{"a":1,"a":2}]]', 'a'],
    ['the outer duplicate before the inner one', '{"x":{"b":1,"b":2},"a":1,"a":2}', 'a'],
    ['the duplicate in the earlier of two members', '{"x":{"a":1,"a":2},"y":{"b":1,"b":2}}', 'a'],
    ['the duplicate in the earlier of two items', '[{"a":1,"a":2},{"b":1,"b":2}]', 'a'],
  ])('finds %s', (_name, text, expected) => {
    expect(duplicateKeyIn(rootOf(text))).toBe(expected);
  });

  it('finds a duplicate 100,000 levels deep', () => {
    const text = `${'{"a":['.repeat(levels / 2)}{"b":1,"b":2}${']}'.repeat(levels / 2)}`;
    expect(duplicateKeyIn(rootOf(text))).toBe('b');
  });

  it('finds none in what JSON.stringify writes, and the only one anywhere', () => {
    const twice = fc.tuple(fc.string(), fc.jsonValue(), fc.jsonValue());
    const findsIt = fc.property(fc.jsonValue(), fc.jsonValue(), twice, (before, after, [key, one, other]) => {
      const name = JSON.stringify(key);
      const flawed = `{${name}:${JSON.stringify(one)},${name}:${JSON.stringify(other)}}`;
      const surroundings = [JSON.stringify(before), JSON.stringify(after)];
      expect(duplicateKeyIn(rootOf(`[${surroundings.join(',')}]`))).toBeUndefined();
      expect(duplicateKeyIn(rootOf(`[${surroundings.join(`,{"in":${flawed}},`)}]`))).toBe(key);
    });
    fc.assert(findsIt, { numRuns: 200 });
  });
});

const levels = 100_000;

const validText = fc
  .tuple(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom('', ' ', '\t', '\r\n'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

/** Characters and words that mean something to JSON, or to a parser that is too lenient, and a few that never do. */
const jsonUnit = fc.constantFrom(
  ...'{}[]:,"\\/bfnrtu-+.eE0123456789 \t\r\n\'*x\u0000\u000b\u00a0\ufeff\u2028',
  ...'true false null "a" \\u00e9 1.5e-3 // /* */ NaN'.split(' '),
);

const mutatedText = fc
  .tuple(validText, fc.nat(), jsonUnit, fc.constantFrom('insert', 'delete', 'replace'))
  .map(([text, position, unit, change]) => {
    const at = position % (text.length + 1);
    const removed = change === 'insert' ? 0 : 1;
    return text.slice(0, at) + (change === 'delete' ? '' : unit) + text.slice(at + removed);
  });

function jsonParses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON.parse keeps the last of several values, as Object.fromEntries does, so duplicates need no exception. */
function readsLikeJsonParse(text: string): boolean {
  const result = parseJsonDocument(text);
  if (!jsonParses(text)) return result.kind === 'malformed';
  return result.kind === 'document' && isDeepStrictEqual(valueOf(result.root), JSON.parse(text));
}

function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'number':
      return Number(node.raw);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

/** Follows the first child of every container. */
function depthOf(root: JsonNode): number {
  let depth = 0;
  for (let node: JsonNode | undefined = root; node !== undefined; depth += 1) {
    if (node.kind === 'object') node = node.members[0]?.value;
    else node = node.kind === 'array' ? node.items[0] : undefined;
  }
  return depth;
}

function rootOf(text: string): JsonNode {
  const result = parseJsonDocument(text);
  if (result.kind === 'malformed') throw new Error(`The test's own text is not JSON: ${result.reason}`);
  return result.root;
}

it('a text as JSON.stringify writes it is read as the same text with a space before it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJsonDocument(text)).toEqual(parseJsonDocument(` ${text}`));
    }),
  );
});
