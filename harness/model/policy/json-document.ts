// A strict JSON parser that keeps what JSON.parse discards: member order, duplicate keys and the text of numbers.

import { rememberLatest } from './latest.js';

/** A JSON value. Numbers keep their text, and objects keep all their members. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly raw: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/** A member of an object. The key is decoded, so `"\u0041"` and `"A"` are the same key. */
export interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

/** The result of parsing. The offset of the first invalid token is in UTF-16 code units. */
export type JsonParseResult =
  | { readonly kind: 'document'; readonly root: JsonNode }
  | { readonly kind: 'malformed'; readonly reason: string; readonly offset: number };

/**
 * Reads a text as RFC 8259 defines JSON (https://www.rfc-editor.org/rfc/rfc8259), which is what JSON.parse accepts: no
 * byte order mark, comment, trailing comma or other leniency (POL-05). Duplicate keys are kept, because what a service
 * does with them is open (POL-07). The reader keeps its own stack of open containers: JSON.parse overflows the call
 * stack on nesting that fits into a policy of 81,920 characters.
 */
export const parseJsonDocument: (text: string) => JsonParseResult = rememberLatest(readDocument);

function readDocument(text: string): JsonParseResult {
  const root = readAsWritten(text);
  return root === undefined ? scanDocument(text) : { kind: 'document', root };
}

/**
 * Most texts are equal to the output of JSON.stringify, without duplicate keys, other number forms or spaces. For them
 * JSON.parse discards nothing, and it is many times faster.
 */
function readAsWritten(text: string): JsonNode | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? nodeOf(value) : undefined;
  } catch {
    // It is not JSON, or nested too deeply for the call stack.
    return undefined;
  }
}

function nodeOf(value: unknown): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return { kind: 'number', raw: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'object' || value === null) return { kind: 'null' };
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item) => nodeOf(item)) };
  return { kind: 'object', members: Object.entries(value).map(([key, member]) => ({ key, value: nodeOf(member) })) };
}

function scanDocument(text: string): JsonParseResult {
  const progress: Progress = { open: [], expecting: 'a value', root: undefined };
  for (let from = 0; ;) {
    const { token, offset, end } = tokenAt(text, from);
    if (token.kind === 'flaw' || !accept(progress, token)) {
      const found = token.kind === 'flaw' ? token.reason : `found ${nameOf(token)}`;
      return { kind: 'malformed', reason: `expected ${progress.expecting}, ${found}`, offset };
    }
    if (token.kind === 'end' && progress.root !== undefined) return { kind: 'document', root: progress.root };
    from = end;
  }
}

/**
 * The first key that any one object of the document holds twice, outer objects before the objects inside them. IAM
 * forbids such objects (POL-07, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 */
export function duplicateKeyIn(root: JsonNode): string | undefined {
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'array') {
      for (const item of node.items.toReversed()) pending.push(item);
    } else if (node.kind === 'object') {
      const seen = new Set<string>();
      for (const { key } of node.members) {
        if (seen.has(key)) return key;
        seen.add(key);
      }
      for (const { value } of node.members.toReversed()) pending.push(value);
    }
  }
  return undefined;
}

/** What the grammar allows next, as in the error message. */
type Expectation =
  | 'a value'
  | 'a value or "]"'
  | 'a member name'
  | 'a member name or "}"'
  | '":"'
  | '"," or "]"'
  | '"," or "}"'
  | 'the end of the text';

/** A container whose end has not been read. `key` is the name of the member whose value comes next. */
type OpenContainer =
  | { readonly kind: 'object'; readonly members: JsonMember[]; key: string }
  | { readonly kind: 'array'; readonly items: JsonNode[] };

/** The state of one call of the reader, innermost open container last; it never leaves that call. */
interface Progress {
  readonly open: OpenContainer[];
  expecting: Expectation;
  root: JsonNode | undefined;
}

type Token =
  | { readonly kind: 'scalar'; readonly node: Exclude<JsonNode, { readonly kind: 'object' | 'array' }> }
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'end' }
  | { readonly kind: 'flaw'; readonly reason: string };

/** One token (RFC 8259, sections 2, 3, 6 and 7). A string alternates between runs of plain characters and escapes. */
const tokenPattern =
  /(?<string>"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?<number>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>true|false|null)|(?<mark>[{}[\]:,])/y;

const whiteSpacePattern = /[ \t\r\n]*/y;

/** The token at or after an offset. A token that is flawed, or is none, has no end. */
function tokenAt(text: string, from: number): { readonly token: Token; readonly offset: number; readonly end: number } {
  whiteSpacePattern.lastIndex = from;
  whiteSpacePattern.test(text);
  const offset = whiteSpacePattern.lastIndex;
  tokenPattern.lastIndex = offset;
  const token = offset === text.length ? { kind: 'end' as const } : tokenOf(tokenPattern.exec(text), text[offset]);
  return { token, offset, end: tokenPattern.lastIndex };
}

function tokenOf(match: RegExpExecArray | null, first: string | undefined): Token {
  const { string, number, word, mark } = match?.groups ?? {};
  if (string !== undefined) return { kind: 'scalar', node: { kind: 'string', value: String(JSON.parse(string)) } };
  if (number !== undefined) return { kind: 'scalar', node: { kind: 'number', raw: number } };
  if (word !== undefined) {
    return { kind: 'scalar', node: word === 'null' ? { kind: 'null' } : { kind: 'boolean', value: word === 'true' } };
  }
  // The pattern has these marks alone.
  if (mark !== undefined) return { kind: mark as '{' | '}' | '[' | ']' | ':' | ',' };
  const what =
    first === '"'
      ? 'a string that is not closed, or has a wrong escape or a raw control character'
      : 'a character or word that is not JSON';
  return { kind: 'flaw', reason: `found ${what}` };
}

/** Processes one token; returns false if the grammar does not allow it. */
function accept(progress: Progress, token: Exclude<Token, { readonly kind: 'flaw' }>): boolean {
  const { open, expecting } = progress;
  const container = open.at(-1);
  const valueIsAllowed = expecting === 'a value' || expecting === 'a value or "]"';
  switch (token.kind) {
    case 'scalar':
      if (valueIsAllowed) return place(progress, token.node);
      if (token.node.kind !== 'string' || container?.kind !== 'object') return false;
      if (expecting !== 'a member name' && expecting !== 'a member name or "}"') return false;
      container.key = token.node.value;
      return expect(progress, '":"');
    case '{':
      if (!valueIsAllowed) return false;
      open.push({ kind: 'object', members: [], key: '' });
      return expect(progress, 'a member name or "}"');
    case '[':
      if (!valueIsAllowed) return false;
      open.push({ kind: 'array', items: [] });
      return expect(progress, 'a value or "]"');
    case '}':
      if (container?.kind !== 'object') return false;
      if (expecting !== '"," or "}"' && expecting !== 'a member name or "}"') return false;
      open.pop();
      return place(progress, { kind: 'object', members: container.members });
    case ']':
      if (container?.kind !== 'array') return false;
      if (expecting !== '"," or "]"' && expecting !== 'a value or "]"') return false;
      open.pop();
      return place(progress, { kind: 'array', items: container.items });
    case ':':
      return expecting === '":"' && expect(progress, 'a value');
    case ',':
      if (expecting === '"," or "}"') return expect(progress, 'a member name');
      return expecting === '"," or "]"' && expect(progress, 'a value');
    case 'end':
      return expecting === 'the end of the text';
    default: {
      const unhandled: never = token;
      return unhandled;
    }
  }
}

/** Adds a complete value to the innermost open container, or makes it the root. */
function place(progress: Progress, node: JsonNode): true {
  const container = progress.open.at(-1);
  if (container === undefined) {
    progress.root = node;
    return expect(progress, 'the end of the text');
  }
  if (container.kind === 'array') {
    container.items.push(node);
    return expect(progress, '"," or "]"');
  }
  container.members.push({ key: container.key, value: node });
  return expect(progress, '"," or "}"');
}

function expect(progress: Progress, expecting: Expectation): true {
  progress.expecting = expecting;
  return true;
}

function nameOf(token: Exclude<Token, { readonly kind: 'flaw' }>): string {
  if (token.kind === 'scalar') return token.node.kind === 'null' ? 'null' : `a ${token.node.kind}`;
  return token.kind === 'end' ? 'the end of the text' : `"${token.kind}"`;
}
