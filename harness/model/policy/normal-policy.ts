// Normalizes policy documents, so that equivalent documents become equal.

import { memberOf } from './json-access.js';
import type { JsonNode } from './json-document.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';

/** The differences between equivalent documents that give a note (GP-03, GP-04). */
export const tolerances = [
  'statement order',
  'everybody',
  'effect case',
  'default version',
  'empty condition',
] as const;
export type Tolerance = (typeof tolerances)[number];

/** A way to interpret a document. */
export interface Reading {
  /** Which value of a duplicate key is effective (POL-07). */
  readonly winner: 'first' | 'last';
  /** Whether a known element in another case is that element or an unknown one (POL-43). */
  readonly otherCase: 'known' | 'unknown';
  /** What is omitted because its absence is equivalent, of the sent or the returned text. */
  readonly without?: 'empty conditions' | 'the default version' | undefined;
  readonly tolerates: ReadonlySet<Tolerance>;
}

/**
 * A document in which every array without a significant order is a bag. `value` and `key` are compared; `shown` is the
 * value in JSON or the key as it was written.
 */
export type Normal =
  | Exclude<JsonNode, { readonly kind: 'object' | 'array' | 'string' }>
  | { readonly kind: 'string'; readonly value: string; readonly shown?: string | undefined }
  | { readonly kind: 'object'; readonly members: readonly NormalMember[] }
  | { readonly kind: 'array' | 'bag'; readonly items: readonly Normal[] };

export interface NormalMember {
  readonly key: string;
  readonly shown?: string | undefined;
  readonly value: Normal;
}

/** The default Version of a document. */
const defaultVersion = '2008-10-17';

/** The document in one reading; a document that is not an object is unchanged. */
export function normalise(root: JsonNode, reading: Reading): Normal {
  const members = elementsOf(root, documentElements, reading).flatMap(({ key, value }): NormalMember[] => {
    if (key === 'Statement') return [{ key, value: normaliseStatements(value, reading) }];
    const isDefault = key === 'Version' && value.kind === 'string' && value.value === defaultVersion;
    const isLeftOut = isNothing(value) || (isDefault && reading.without === 'the default version');
    return isLeftOut ? [] : [{ key, value: textNode(value) }];
  });
  return root.kind === 'object' ? { kind: 'object', members } : root;
}

/** The readings of a text that was sent to a service, or returned by it. */
export function readingsOf(
  root: JsonNode,
  side: 'sent' | 'returned',
  options: Pick<Reading, 'tolerates'> & { readonly hasDuplicates: boolean },
): readonly Reading[] {
  const winners = options.hasDuplicates ? (['last', 'first'] as const) : (['last'] as const);
  const cases = hasElementInOtherCase(root) ? (['unknown', 'known'] as const) : (['unknown'] as const);
  const { tolerates } = options;
  const omissions: Reading['without'][] = [undefined];
  if (side === 'sent' && tolerates.has('empty condition')) omissions.push('empty conditions');
  if (side === 'returned' && tolerates.has('default version')) omissions.push('the default version');
  return winners.flatMap((winner) =>
    cases.flatMap((otherCase) => omissions.map((without): Reading => ({ winner, otherCase, without, tolerates }))),
  );
}

function hasElementInOtherCase(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  const statements = statementsOf(memberOf(root, 'Statement'));
  return (
    root.members.some(({ key }) => isInOtherCase(documentElements, key)) ||
    statements.some(
      (statement) =>
        statement.kind === 'object' && statement.members.some(({ key }) => isInOtherCase(statementElements, key)),
    )
  );
}

function isInOtherCase(known: readonly string[], key: string): boolean {
  return !known.includes(key) && known.some((element) => element.toLowerCase() === key.toLowerCase());
}

function statementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node?.kind === 'array') return node.items;
  return node === undefined ? [] : [node];
}

/** The known elements of a document or statement; unknown ones are ignored. */
function elementsOf(
  node: JsonNode,
  known: readonly string[],
  { winner, otherCase }: Reading,
): readonly { readonly key: string; readonly value: JsonNode }[] {
  if (node.kind !== 'object') return [];
  const members = effectiveMembers(node.members, winner);
  const asWritten = known.flatMap((key) => {
    const member = members.get(key);
    return member === undefined ? [] : [member];
  });
  if (otherCase === 'unknown') return asWritten;
  const inOtherCase = [...members.values()].flatMap((member) => {
    const key = known.find((element) => element.toLowerCase() === member.key.toLowerCase());
    return key === undefined || members.has(key) ? [] : [{ ...member, key }];
  });
  return [...asWritten, ...inOtherCase];
}

/** A statement and an array of one are equivalent, because IAM's grammar permits both. */
function normaliseStatements(node: JsonNode, reading: Reading): Normal {
  const kind = reading.tolerates.has('statement order') ? 'bag' : 'array';
  if (node.kind === 'object') return { kind, items: [normaliseStatement(node, reading)] };
  if (node.kind !== 'array') return node;
  return { kind, items: node.items.map((item) => normaliseStatement(item, reading)) };
}

function normaliseStatement(node: JsonNode, reading: Reading): Normal {
  if (node.kind !== 'object') return node;
  const members = elementsOf(node, statementElements, reading).flatMap(({ key, value }): NormalMember[] => {
    switch (key) {
      case 'Action':
      case 'NotAction':
        return isNothing(value) ? [] : [{ key, value: bagOfTexts(value, inLowerCase) }];
      case 'Resource':
      case 'NotResource':
        return isNothing(value) ? [] : [{ key, value: bagOfTexts(value) }];
      case 'Principal':
      case 'NotPrincipal':
        return [{ key, value: normalisePrincipal(value, reading) }];
      case 'Condition':
        return reading.without === 'empty conditions' && isEmptyCondition(value)
          ? []
          : [{ key, value: normaliseCondition(value, reading) }];
      case 'Effect':
        return [{ key, value: reading.tolerates.has('effect case') ? spelt(value, inLowerCase) : value }];
      default:
        return isNothing(value) ? [] : [{ key, value: textNode(value) }];
    }
  });
  return { kind: 'object', members };
}

/** IAM regards "*" and {"AWS":"*"} as equal. */
function normalisePrincipal(node: JsonNode, { winner, tolerates }: Reading): Normal {
  if (node.kind !== 'object') return textNode(node);
  const members = [...effectiveMembers(node.members, winner).values()].map(({ key, value }) => ({
    key,
    value: bagOfTexts(value, key === 'AWS' ? accountOfRoot : undefined),
  }));
  const [first, ...others] = members;
  const isEverybody = others.length === 0 && first?.key === 'AWS' && isOnly(first.value, '*');
  return isEverybody && tolerates.has('everybody') ? { kind: 'string', value: '*' } : { kind: 'object', members };
}

function isOnly(node: Normal, text: string): boolean {
  if (node.kind !== 'bag' || node.items.length !== 1) return false;
  const [item] = node.items;
  return item?.kind === 'string' && item.value === text;
}

/** The case of condition keys is ignored, that of operators and values is not (IAM-07). */
function normaliseCondition(node: JsonNode, { winner }: Reading): Normal {
  return mapMembers(node, winner, (operator, keys) => ({
    key: operator,
    value: mapMembers(keys, winner, (key, values) => ({
      key: key.toLowerCase(),
      shown: key,
      value: bagOfTexts(values),
    })),
  }));
}

function isEmptyCondition(node: JsonNode): boolean {
  if (node.kind === 'null') return true;
  return node.kind === 'object' && node.members.every(({ value }) => isEmptyObject(value));
}

function isEmptyObject(node: JsonNode): boolean {
  return node.kind === 'object' && node.members.length === 0;
}

/** Changes the members of an object; other values are unchanged. */
function mapMembers(
  node: JsonNode,
  winner: Reading['winner'],
  change: (key: string, value: JsonNode) => NormalMember,
): Normal {
  if (node.kind !== 'object') return node;
  const members = [...effectiveMembers(node.members, winner).values()];
  return { kind: 'object', members: members.map(({ key, value }) => change(key, value)) };
}

/** The members of an object, one for each key. */
export function effectiveMembers<Member extends { readonly key: string }>(
  members: readonly Member[],
  winner: Reading['winner'],
): ReadonlyMap<string, Member> {
  const inOrder = winner === 'last' ? members : members.toReversed();
  return new Map(inOrder.map((member) => [member.key, member]));
}

/** A string and a list of one are equivalent. Values of other types are not in the grammar and stay unchanged. */
function bagOfTexts(node: JsonNode, spell: (value: string) => string = (value) => value): Normal {
  const items = node.kind === 'array' ? node.items : isText(node) ? [node] : undefined;
  return items === undefined ? node : { kind: 'bag', items: items.map((item) => spelt(item, spell)) };
}

function isText({ kind }: JsonNode): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

/** A value that is equivalent to a missing element. */
function isNothing(node: JsonNode): boolean {
  return (
    node.kind === 'null' ||
    (node.kind === 'string' && node.value === '') ||
    (node.kind === 'array' && node.items.length === 0)
  );
}

function spelt(node: JsonNode, spell: (value: string) => string): Normal {
  const text = textNode(node);
  if (text.kind !== 'string') return text;
  const { value, shown = JSON.stringify(value) } = text;
  return { kind: 'string', value: spell(value), shown };
}

/** Every value of IAM is a string: numbers and booleans are compared as their text. */
function textNode(node: JsonNode): Normal {
  if (node.kind === 'number') return { kind: 'string', value: numberText(node.raw), shown: node.raw };
  if (node.kind !== 'boolean') return node;
  return { kind: 'string', value: String(node.value), shown: String(node.value) };
}

/** The number of digits that a double represents exactly. */
const certainDigits = 15;

/** A number that a double represents exactly is equal in any spelling. */
function numberText(raw: string): string {
  const value = Number(raw);
  const isHeld = Number.isFinite(value) && raw.replaceAll(/\D/g, '').length <= certainDigits;
  return isHeld ? String(value) : raw;
}

function inLowerCase(text: string): string {
  return text.toLowerCase();
}

/** An account and its root user are the same principal, in any partition. */
function accountOfRoot(principal: string): string {
  return /^arn:[^:]*:iam:[^:]*:([0-9]{12}):root$/.exec(principal)?.[1] ?? principal;
}
