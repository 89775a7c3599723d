// Reads YAML, which includes JSON, and finds the line of each member.

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a text, and where; line and column count from 1. */
export interface TextProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The unknown word, and the known ones, if that is the problem. */
  readonly unknown?: { readonly word: string; readonly known: readonly string[] };
}

export interface YamlText {
  readonly value: unknown;
  /** The place of the member at this path, or of the nearest member around it. */
  placeOf(path: readonly PropertyKey[]): Pick<TextProblem, 'line' | 'column'>;
}

export type ReadYaml =
  | { readonly kind: 'read'; readonly text: YamlText }
  | { readonly kind: 'malformed'; readonly problems: readonly TextProblem[] };

export function readYaml(source: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Pick<TextProblem, 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({ ...placeAt(pos[0]), message: message }));
    return { kind: 'malformed', problems };
  }
  try {
    const value: unknown = document.toJS();
    return { kind: 'read', text: { value, placeOf: (path) => placeAt(offsetOf(document, path)) } };
  } catch (error) {
    // Aliases that expand to more than anybody would write.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'malformed', problems: [{ line: 1, column: 1, message }] };
  }
}

/** The problems that a schema finds. `knownAt` returns the keys that are allowed in the object at a path. */
export function problemsIn(
  text: YamlText,
  error: z.ZodError,
  knownAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly TextProblem[] {
  return error.issues.flatMap((issue) => {
    const { path, message } = issue;
    if (issue.code !== 'unrecognized_keys') {
      return [{ ...text.placeOf(path), message: path.length === 0 ? message : `${path.join('.')}: ${message}` }];
    }
    return issue.keys.map((word) => ({
      ...text.placeOf([...path, word]),
      message: `"${word}" is not a known key${path.length === 0 ? '' : ` of ${path.join('.')}`}.`,
      unknown: { word, known: knownAt(path) },
    }));
  });
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const name of path) {
    const next = memberOf(node, name);
    if (next === undefined) break;
    ({ node, offset } = next);
  }
  return offset;
}

/** The place of a member of an object is that of its key. */
function memberOf(
  node: Node | null,
  name: PropertyKey,
): { readonly node: Node | null; readonly offset: number } | undefined {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
    return pair === undefined ? undefined : { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
  }
  if (!isSeq<Node>(node)) return undefined;
  const item = node.items[Number(name)];
  return item === undefined ? undefined : { node: item, offset: item.range?.[0] ?? 0 };
}
