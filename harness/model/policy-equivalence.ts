// Whether two policy texts are one policy to IAM, and what differs where they are not.

import { duplicateKeyIn, parseJsonDocument, type JsonNode } from './json-document.js';
import { rememberLatest } from './latest.js';

/** What the texts alone do not tell. */
export interface EquivalenceContext {
  /** The partition of the CA's ARN, such as `aws` or `aws-us-gov`. */
  readonly partition: string;
}

/**
 * Whether a service that was sent one text may return the other (GP-03, GP-04, POL-08). Tolerated are white space,
 * escapes, the order of keys, statements, actions, resources, principals and condition values, one string or statement
 * against an array of one, and an account id against its root user's ARN, which
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html calls equal and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html explains for single values. Anything
 * else differs, Sids and repeated actions included. Where an object holds a key twice the first or the last value may
 * be the effective one (POL-07), so one common reading is enough; among such texts the relation is not transitive. Other
 * texts than JSON objects (POL-05) have no policy meaning: they are compared as JSON, or character by character.
 */
export function policiesAreEquivalent(left: string, right: string, context: EquivalenceContext): boolean {
  return left === right || shareReading(left, right, { ...context, statementOrder: 'ignored' });
}

/** Whether two texts are equivalent only because statement order is ignored: tolerated, but worth a note (GP-04). */
export function statementOrderDiffers(left: string, right: string, context: EquivalenceContext): boolean {
  if (!policiesAreEquivalent(left, right, context)) return false;
  return left !== right && !shareReading(left, right, { ...context, statementOrder: 'kept' });
}

/**
 * What differs between a policy that was sent and the one that was returned, after everything GP-04 tolerates is set
 * aside: `/Statement/0/Sid: sent "a", returned nothing`. Empty when the two are equivalent. A position counts in the
 * text that has the value, the sent one first. Of keys held twice the last value is shown, as JSON.parse reads them.
 */
export function describePolicyDifference(
  sent: string,
  returned: string,
  context: EquivalenceContext,
): readonly string[] {
  if (policiesAreEquivalent(sent, returned, context)) return [];
  const reading: Reading = { ...context, statementOrder: 'ignored', winner: describedWinner };
  const documents = { sent: parseJsonDocument(sent), returned: parseJsonDocument(returned) };
  const lines: string[] = [];
  if (documents.sent.kind === 'document' && documents.returned.kind === 'document') {
    const [before, after] = [normalise(documents.sent.root, reading), normalise(documents.returned.root, reading)];
    for (const line of differencesBetween({ path: [], sent: before, returned: after }, rememberedTexts())) {
      lines.push(line);
      if (lines.length === lineLimit) break;
    }
    return lines;
  }
  for (const [name, result] of Object.entries(documents)) {
    if (result.kind === 'document') continue;
    lines.push(`the ${name} text is not JSON: ${result.reason}, at offset ${result.offset}`);
  }
  return [...lines, differenceLine([], JSON.stringify(sent), JSON.stringify(returned))];
}

interface Comparison extends EquivalenceContext {
  readonly statementOrder: 'ignored' | 'kept';
}

/** One way to read a document: which of the values under one key counts. */
interface Reading extends Comparison {
  readonly winner: 'first' | 'last';
}

/** A document in which every array whose order means nothing has become a bag. A document without bags is one too. */
type Normal =
  | Exclude<JsonNode, { readonly kind: 'object' | 'array' }>
  | { readonly kind: 'object'; readonly members: readonly { readonly key: string; readonly value: Normal }[] }
  | { readonly kind: 'array' | 'bag'; readonly items: readonly Normal[] };

function shareReading(left: string, right: string, { partition, statementOrder }: Comparison): boolean {
  const leftTexts = canonicalTexts(left, partition, statementOrder);
  return canonicalTexts(right, partition, statementOrder).some((text) => leftTexts.includes(text));
}

/** One text for each reading of the document; none if it is not JSON. */
const canonicalTexts = rememberLatest(
  (text: string, partition: string, statementOrder: Comparison['statementOrder']): readonly string[] => {
    const result = parseJsonDocument(text);
    if (result.kind === 'malformed') return [];
    const winners = duplicateKeyIn(result.root) === undefined ? (['last'] as const) : (['first', 'last'] as const);
    return winners.map((winner) =>
      canonicalText(normalise(result.root, { partition, statementOrder, winner }), winner),
    );
  },
);

function normalise(root: JsonNode, reading: Reading): Normal {
  return mapMembers(root, reading, (key, value) => (key === 'Statement' ? normaliseStatements(value, reading) : value));
}

/** An array of one and its only statement mean the same; IAM's grammar lets the brackets be dropped. */
function normaliseStatements(node: JsonNode, reading: Reading): Normal {
  const kind = reading.statementOrder === 'kept' ? 'array' : 'bag';
  if (node.kind === 'object') return { kind, items: [normaliseStatement(node, reading)] };
  if (node.kind !== 'array') return node;
  return { kind, items: node.items.map((item) => normaliseStatement(item, reading)) };
}

function normaliseStatement(node: JsonNode, reading: Reading): Normal {
  return mapMembers(node, reading, (key, value) => {
    switch (key) {
      case 'Action':
      case 'NotAction':
      case 'Resource':
      case 'NotResource':
        return bagOfStrings(value);
      case 'Principal':
      case 'NotPrincipal':
        return mapMembers(value, reading, (type, principals) =>
          bagOfStrings(principals, (principal) => (type === 'AWS' ? rootUserArn(principal, reading) : principal)),
        );
      case 'Condition':
        return mapMembers(value, reading, (_operator, keys) =>
          mapMembers(keys, reading, (_key, values) => bagOfStrings(values)),
        );
      default:
        return value;
    }
  });
}

/** Changes the values of an object and leaves anything else as it is. */
function mapMembers(node: JsonNode, reading: Reading, change: (key: string, value: JsonNode) => Normal): Normal {
  if (node.kind !== 'object') return node;
  const members = [...effectiveMembers(node.members, reading.winner)];
  return { kind: 'object', members: members.map(([key, value]) => ({ key, value: change(key, value) })) };
}

function effectiveMembers<Value>(
  members: readonly { readonly key: string; readonly value: Value }[],
  winner: Reading['winner'],
): ReadonlyMap<string, Value> {
  const inOrder = winner === 'last' ? members : members.toReversed();
  return new Map(inOrder.map(({ key, value }) => [key, value]));
}

/** Only a string may drop its brackets: a number, an object or an array in the place of one is not the grammar's. */
function bagOfStrings(node: JsonNode, spell: (value: string) => string = (value) => value): Normal {
  if (node.kind === 'string') return { kind: 'bag', items: [{ kind: 'string', value: spell(node.value) }] };
  if (node.kind !== 'array') return node;
  const items = node.items.map((item) => (item.kind === 'string' ? { ...item, value: spell(item.value) } : item));
  return { kind: 'bag', items };
}

function rootUserArn(principal: string, { partition }: EquivalenceContext): string {
  return /^[0-9]{12}$/.test(principal) ? `arn:${partition}:iam::${principal}:root` : principal;
}

/**
 * Writes equal documents as equal texts and others as others. Nesting costs no call stack and every character is copied
 * once; only bags recurse, and those lie at most two deep: statements, then the strings of one.
 */
function canonicalText(root: Normal, winner: Reading['winner']): string {
  const pieces: string[] = [];
  const pending: (Normal | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else pushParts(pending, next, winner);
  }
  return pieces.join('');
}

/** Pushes what one value is written as, last part first; the values inside it are left to later turns. */
function pushParts(pending: (Normal | string)[], node: Normal, winner: Reading['winner']): void {
  switch (node.kind) {
    case 'object': {
      const members = [...effectiveMembers(node.members, winner)].sort(([a], [b]) => (a < b ? 1 : -1));
      pending.push('}');
      for (const [index, [key, value]] of members.entries()) {
        pending.push(value, `${index < members.length - 1 ? ',' : ''}${JSON.stringify(key)}:`);
      }
      pending.push('{');
      break;
    }
    case 'array':
      pending.push(']');
      for (const [index, item] of node.items.toReversed().entries()) {
        pending.push(item, index < node.items.length - 1 ? ',' : '[');
      }
      if (node.items.length === 0) pending.push('[');
      break;
    case 'bag': {
      const texts = node.items.map((item) => canonicalText(item, winner));
      pending.push(`[${texts.sort().join(',')}]`);
      break;
    }
    default:
      pending.push(node.kind === 'number' ? node.raw : JSON.stringify(node.kind === 'null' ? null : node.value));
  }
}

/** Two values at one place; undefined where that side has none. */
interface Pair {
  readonly path: readonly (string | number)[];
  readonly sent: Normal | undefined;
  readonly returned: Normal | undefined;
}

const lineLimit = 10;
const describedWinner = 'last';

/** The values of a condition key are the deepest place with a meaning of its own: /Statement/0/Condition/op/key/0. */
const deepestPath = 6;

/** Writes each value once: a list compares its items, and then each item is compared for itself. */
function rememberedTexts(): (node: Normal) => string {
  const texts = new Map<Normal, string>();
  return (node) => {
    const text = texts.get(node) ?? canonicalText(node, describedWinner);
    texts.set(node, text);
    return text;
  };
}

function* differencesBetween(pair: Pair, textOf: (node: Normal) => string): Generator<string> {
  const { path, sent, returned } = pair;
  const sentText = sent && textOf(sent);
  const returnedText = returned && textOf(returned);
  if (sentText === returnedText) return;
  const parts = path.length < deepestPath ? partsOf(pair, textOf) : undefined;
  if (parts === undefined) yield differenceLine(path, sentText, returnedText);
  else if (parts.length === 0) yield `${pointer(path)}: the same items in another order`;
  else for (const part of parts) yield* differencesBetween(part, textOf);
}

/** The places within two objects or two lists that may differ; undefined where the values have no common shape. */
function partsOf({ path, sent, returned }: Pair, textOf: (node: Normal) => string): readonly Pair[] | undefined {
  if (sent === undefined || returned === undefined) return undefined;
  if (sent.kind === 'object' && returned.kind === 'object') {
    const ours = effectiveMembers(sent.members, describedWinner);
    const theirs = effectiveMembers(returned.members, describedWinner);
    const keys = new Set([...ours.keys(), ...theirs.keys()]);
    return [...keys].map((key) => ({ path: [...path, key], sent: ours.get(key), returned: theirs.get(key) }));
  }
  if (!('items' in sent) || !('items' in returned)) return undefined;
  const sentTexts = sent.items.map(textOf);
  const returnedTexts = returned.items.map(textOf);
  const lost = positionsMissingFrom(returnedTexts, sentTexts);
  const added = positionsMissingFrom(sentTexts, returnedTexts);
  return Array.from({ length: Math.max(lost.length, added.length) }, (_unused, turn) => {
    const [from, to] = [lost[turn], added[turn]];
    return {
      path: [...path, from ?? to ?? 0],
      sent: from === undefined ? undefined : sent.items[from],
      returned: to === undefined ? undefined : returned.items[to],
    };
  });
}

/** Where the texts stand that `others` does not hold as often. */
function positionsMissingFrom(others: readonly string[], texts: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  const missing: number[] = [];
  for (const [position, text] of texts.entries()) {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    if (count <= 0) missing.push(position);
  }
  return missing;
}

/** 70 characters of path, two values of 56 and the 18 characters of words between them make 200 at most. */
const pathLength = 70;
const valueLength = 56;

function differenceLine(path: Pair['path'], sent: string | undefined, returned: string | undefined): string {
  const from = firstDifference(sent ?? '', returned ?? '');
  return `${pointer(path)}: sent ${excerpt(sent, from)}, returned ${excerpt(returned, from)}`;
}

function firstDifference(left: string, right: string): number {
  let offset = 0;
  while (offset < left.length && left[offset] === right[offset]) offset += 1;
  return offset;
}

/** A JSON Pointer (https://www.rfc-editor.org/rfc/rfc6901) with control characters escaped, so that it stays one line. */
function pointer(path: Pair['path']): string {
  if (path.length === 0) return 'the whole text';
  const steps = path.map((step) => JSON.stringify(`${step}`).slice(1, -1).replaceAll('~', '~0').replaceAll('/', '~1'));
  const text = `/${steps.join('/')}`;
  return text.length <= pathLength ? text : `${text.slice(0, pathLength - 1)}…`;
}

/** A long text is cut to the part around its first difference: two ARNs often differ in their last characters only. */
function excerpt(text: string | undefined, from: number): string {
  if (text === undefined) return 'nothing';
  if (text.length <= valueLength) return text;
  const room = valueLength - 2;
  const start = Math.min(Math.max(0, from - room / 2), text.length - room);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + room)}${start + room < text.length ? '…' : ''}`;
}
