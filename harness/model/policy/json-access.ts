// Accessors for a parsed JSON document. Of a duplicate key the last value is used, as in most parsers.

import type { JsonNode } from './json-document.js';

export type JsonObject = Extract<JsonNode, { kind: 'object' }>;

export function memberOf(node: JsonObject, key: string): JsonNode | undefined {
  return node.members.findLast((member) => member.key === key)?.value;
}

/** The strings of a string or an array of strings; undefined for anything else. */
export function stringsOf(node: JsonNode): readonly string[] | undefined {
  if (node.kind === 'string') return [node.value];
  if (node.kind !== 'array') return undefined;
  const values = node.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return values.length === node.items.length ? values : undefined;
}

/** Deeper than the elements that are read: document, statement, condition, operator, key. */
const deepestElement = 8;

/** The document with the members of each object in reverse, so that `memberOf` finds the first value of a repeated key. */
export function withFirstValuesLast(document: JsonObject): JsonObject {
  return { kind: 'object', members: reversed(document, 0) };
}

function reversed({ members }: JsonObject, depth: number): JsonObject['members'] {
  return members.toReversed().map(({ key, value }) => ({ key, value: reversedValue(value, depth + 1) }));
}

function reversedValue(node: JsonNode, depth: number): JsonNode {
  if (depth > deepestElement) return node;
  if (node.kind === 'object') return { kind: 'object', members: reversed(node, depth) };
  if (node.kind !== 'array') return node;
  return { kind: 'array', items: node.items.map((item) => reversedValue(item, depth + 1)) };
}
