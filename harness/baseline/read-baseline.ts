// Reads a baseline; each problem is named with its place in the file.

import { withPresentNames } from '../files/former-names.js';
import { problemsIn, readYaml, type TextProblem, type YamlText } from '../files/yaml-text.js';
import { presentCheckId } from '../api/former-check-ids.js';
import { baselineKeys, baselineSchema, entryKeys, type BaselineEntry } from '../files/baseline-file.js';

export type ReadBaseline =
  | {
      readonly kind: 'baseline';
      readonly entries: readonly BaselineEntry[];
      /** The places of entries whose check or input class is not known; empty if these are problems. */
      readonly unknown: readonly number[];
    }
  | { readonly kind: 'malformed'; readonly problems: readonly TextProblem[] };

/** What must be known about the checks that an entry may name. */
interface NamedCheck {
  readonly id: string;
  readonly inputClasses: readonly { readonly id: string }[];
}

/** `allowsUnknown`: entries of checks that no longer exist are not a problem. */
export function readBaseline(
  source: string,
  checks: readonly NamedCheck[],
  { allowsUnknown = false }: { readonly allowsUnknown?: boolean } = {},
): ReadBaseline {
  const read = readYaml(source);
  if (read.kind === 'malformed') return read;
  const parsed = baselineSchema.safeParse(withPresentNames(read.text.value));
  if (!parsed.success) {
    return { kind: 'malformed', problems: problemsIn(read.text, parsed.error, knownKeysAt) };
  }
  const entries = parsed.data.entries.map((entry) => ({ ...entry, check: presentCheckId(entry.check) }));
  const isUnknown = ({ check, case: { inputClass } }: BaselineEntry): boolean =>
    !checks.some((each) => each.id === check && each.inputClasses.some(({ id }) => id === inputClass));
  const unknown = allowsUnknown ? entries.flatMap((entry, index) => (isUnknown(entry) ? [index] : [])) : [];
  const problems = [...unmatched(entries, read.text, checks), ...repeated(entries, read.text)].filter(
    ({ entry }) => !unknown.includes(entry),
  );
  return problems.length > 0 ? { kind: 'malformed', problems } : { kind: 'baseline', entries, unknown };
}

/** The keys of a case are not suggested, because nobody writes a case by hand. */
function knownKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return baselineKeys;
  return path.length === 2 ? entryKeys : [];
}

const prunes = '"pca-conformance baseline prune" takes the entry out';

/** A problem of the entry at a place. */
type EntryProblem = TextProblem & { readonly entry: number };

/** Entries that no failure could match. */
function unmatched(
  entries: readonly BaselineEntry[],
  text: YamlText,
  checks: readonly NamedCheck[],
): readonly EntryProblem[] {
  return entries.flatMap(({ check: id, signature, case: { inputClass } }, index) => {
    const check = checks.find((each) => each.id === id);
    if (check === undefined) {
      const known = checks.map((each) => each.id);
      return [problemAt(text, [index, 'check'], `there is no check "${id}"; ${prunes}.`, { word: id, known })];
    }
    const inputClasses = check.inputClasses.map((each) => each.id);
    if (!inputClasses.includes(inputClass)) {
      const message = `${id} has no input class "${inputClass}"; ${prunes}.`;
      return [problemAt(text, [index, 'case', 'inputClass'], message, { word: inputClass, known: inputClasses })];
    }
    if (signature.startsWith(`${inputClass}: `)) return [];
    const words = `the signature does not begin with "${inputClass}: ", the input class of its case.`;
    return [problemAt(text, [index, 'signature'], words)];
  });
}

function repeated(entries: readonly BaselineEntry[], text: YamlText): readonly EntryProblem[] {
  return entries.flatMap(({ check, signature }, index) => {
    const first = entries.findIndex((each) => each.check === check && each.signature === signature);
    if (first === index) return [];
    return [problemAt(text, [index], `entries.${first} is about the same failure already; take one of them out.`)];
  });
}

function problemAt(
  text: YamlText,
  path: readonly [number, ...string[]],
  words: string,
  unknown?: TextProblem['unknown'],
): EntryProblem {
  const place = text.placeOf(['entries', ...path]);
  return {
    ...place,
    entry: path[0],
    message: `entries.${path.join('.')}: ${words}`,
    ...(unknown === undefined ? {} : { unknown }),
  };
}
