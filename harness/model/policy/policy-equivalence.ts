// Whether two policy texts are equivalent for IAM, and how they differ.

import { duplicateKeyIn, parseJsonDocument } from './json-document.js';
import { rememberLatest } from './latest.js';
import {
  effectiveMembers,
  normalise,
  readingsOf,
  tolerances,
  type Normal,
  type NormalMember,
  type Reading,
  type Tolerance,
} from './normal-policy.js';
import { firstDifference } from '../../text/first-difference.js';

/**
 * Whether a service that was sent one text may return the other (GP-03, GP-04, POL-08). What counts as equal is what
 * https://github.com/hashicorp/awspolicyequivalence takes for equal, because the live test behind GP-03 compares with it,
 * and what IAM regards no more than that: white space, escapes, the order of keys, statements, actions, resources,
 * principals and condition values, one string or statement against an array of one, numbers and booleans against their
 * strings, elements that IAM does not know, an empty element against none, the case of actions and of condition keys, and
 * an account id against its root user's ARN. What `toleratedDifferences` names is equal too. Anything else differs, Sids
 * and repeated actions included. Where an object holds a key twice the first or the last value may be the effective one
 * (POL-07), so one common reading is enough; among such texts the relation is not transitive. Other texts than JSON
 * objects (POL-05) have no policy meaning: they are compared as JSON, or character by character.
 */
export function policiesAreEquivalent(sent: string, returned: string): boolean {
  return sent === returned || shareReading(sent, returned, everyTolerance);
}

/** The differences between equivalent texts that no source permits: tolerated, but with a note (GP-04). */
export function toleratedDifferences(sent: string, returned: string): readonly string[] {
  if (sent === returned || shareReading(sent, returned, new Set()) || !policiesAreEquivalent(sent, returned)) return [];
  return tolerances
    .filter((tolerance) => !shareReading(sent, returned, new Set(tolerances.filter((each) => each !== tolerance))))
    .map((tolerance) => inWords[tolerance]);
}

const inWords: Readonly<Record<Tolerance, string>> = {
  'statement order': 'returned the statements in another order',
  everybody: 'returned "*" as {"AWS":"*"}, or the other way round',
  'effect case': 'returned an Effect in another case',
  'default version': 'added the Version that a policy without one has',
  'empty condition': 'left out an empty Condition',
};

/**
 * The differences between a sent and a returned policy, without those that GP-04 tolerates, such as
 * `/Statement/0/Sid: sent "a", returned nothing`. Empty if the two are equivalent. Positions are those of the text that
 * has the value, the sent one first. Of duplicate keys the last value is shown, as with JSON.parse.
 */
export function describePolicyDifference(sent: string, returned: string): readonly string[] {
  if (policiesAreEquivalent(sent, returned)) return [];
  const documents = { sent: parseJsonDocument(sent), returned: parseJsonDocument(returned) };
  const lines: string[] = [];
  if (documents.sent.kind === 'document' && documents.returned.kind === 'document') {
    const reading: Reading = { winner: describedWinner, otherCase: 'unknown', tolerates: everyTolerance };
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

const everyTolerance: ReadonlySet<Tolerance> = new Set(tolerances);

function shareReading(sent: string, returned: string, tolerates: ReadonlySet<Tolerance>): boolean {
  const tolerated = [...tolerates].join();
  const sentTexts = canonicalTexts(sent, 'sent', tolerated);
  return canonicalTexts(returned, 'returned', tolerated).some((text) => sentTexts.includes(text));
}

/** The canonical text of each reading of the document; none if it is not JSON. */
const canonicalTexts = rememberLatest(
  (text: string, side: 'sent' | 'returned', tolerated: string): readonly string[] => {
    const result = parseJsonDocument(text);
    if (result.kind === 'malformed') return [];
    const tolerates = new Set(tolerances.filter((each) => tolerated.split(',').includes(each)));
    const hasDuplicates = duplicateKeyIn(result.root) !== undefined;
    return readingsOf(result.root, side, { tolerates, hasDuplicates }).map((reading) =>
      canonicalText(normalise(result.root, reading), reading.winner),
    );
  },
);

/**
 * Writes equal documents as equal texts and different ones as different texts. Nesting does not use the call stack, and
 * every character is copied once; only bags recurse, at most two deep: statements, and the strings of one.
 */
function canonicalText(root: Normal, winner: Reading['winner'], style: Style = 'compared'): string {
  const pieces: string[] = [];
  const pending: (Normal | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else pushParts(pending, next, winner, style);
  }
  return pieces.join('');
}

/** Either as it is compared or as it was written. */
type Style = 'compared' | 'shown';

/** Pushes the parts of one value, last part first; nested values are processed later. */
function pushParts(pending: (Normal | string)[], node: Normal, winner: Reading['winner'], style: Style): void {
  switch (node.kind) {
    case 'object': {
      const members = [...effectiveMembers(node.members, winner)].sort(([a], [b]) => (a < b ? 1 : -1));
      pending.push('}');
      for (const [index, [key, member]] of members.entries()) {
        const name = style === 'shown' ? nameOf(member) : key;
        pending.push(member.value, `${index < members.length - 1 ? ',' : ''}${JSON.stringify(name)}:`);
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
      const texts = node.items.map((item) => canonicalText(item, winner, style));
      pending.push(`[${texts.sort().join(',')}]`);
      break;
    }
    case 'string':
      pending.push((style === 'shown' ? node.shown : undefined) ?? JSON.stringify(node.value));
      break;
    default:
      pending.push(node.kind === 'number' ? node.raw : String(node.kind === 'null' ? null : node.value));
  }
}

function nameOf({ key, shown = key }: NormalMember): string {
  return shown;
}

/** Two values at the same path; undefined if a side has none. */
interface Pair {
  readonly path: readonly (string | number)[];
  readonly sent: Normal | undefined;
  readonly returned: Normal | undefined;
}

const lineLimit = 10;
const describedWinner = 'last';

/** The values of a condition key are the deepest elements with a path: /Statement/0/Condition/op/key/0. */
const deepestPath = 6;

function shownText(node: Normal): string {
  return canonicalText(node, describedWinner, 'shown');
}

/** Writes each value once: first the items of a list are compared, then the parts of each item. */
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
  if (parts === undefined) yield differenceLine(path, sent && shownText(sent), returned && shownText(returned));
  else if (parts.length === 0) yield `${pointer(path)}: the same items in another order`;
  else for (const part of parts) yield* differencesBetween(part, textOf);
}

/** The members of two objects or two lists that may differ; undefined if the values have different types. */
function partsOf({ path, sent, returned }: Pair, textOf: (node: Normal) => string): readonly Pair[] | undefined {
  if (sent === undefined || returned === undefined) return undefined;
  if (sent.kind === 'object' && returned.kind === 'object') {
    const ours = effectiveMembers(sent.members, describedWinner);
    const theirs = effectiveMembers(returned.members, describedWinner);
    const keys = new Set([...ours.keys(), ...theirs.keys()]);
    return [...keys].map((key) => {
      const [from, to] = [ours.get(key), theirs.get(key)];
      const member = from ?? to;
      return {
        path: [...path, member === undefined ? key : nameOf(member)],
        sent: from?.value,
        returned: to?.value,
      };
    });
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

/** The indexes of the texts that `others` contains less often. */
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

/** 70 characters of path, two values of 56 and 18 characters between them are at most 200. */
const pathLength = 70;
const valueLength = 56;

function differenceLine(path: Pair['path'], sent: string | undefined, returned: string | undefined): string {
  const from = firstDifference(sent ?? '', returned ?? '');
  return `${pointer(path)}: sent ${excerpt(sent, from)}, returned ${excerpt(returned, from)}`;
}

/** A JSON Pointer (https://www.rfc-editor.org/rfc/rfc6901) with control characters escaped, so that it stays one line. */
function pointer(path: Pair['path']): string {
  if (path.length === 0) return 'the whole text';
  const steps = path.map((step) => JSON.stringify(`${step}`).slice(1, -1).replaceAll('~', '~0').replaceAll('/', '~1'));
  const text = `/${steps.join('/')}`;
  return text.length <= pathLength ? text : `${text.slice(0, pathLength - 1)}…`;
}

/** Shortens a long text to the part around the first difference, because two ARNs often differ only at the end. */
function excerpt(text: string | undefined, from: number): string {
  if (text === undefined) return 'nothing';
  if (text.length <= valueLength) return text;
  const room = valueLength - 2;
  const start = Math.min(Math.max(0, from - room / 2), text.length - room);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + room)}${start + room < text.length ? '…' : ''}`;
}
