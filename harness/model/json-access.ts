// Small questions to a parsed JSON document. Where a key is repeated its last value counts, as in most parsers.

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
