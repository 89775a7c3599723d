// Reads a baseline; whatever is wrong with it is named with its place in the file.

import { problemsIn, readYaml, type TextProblem, type YamlText } from '../api/yaml-text.js';
import { baselineKeys, baselineSchema, entryKeys, type BaselineEntry } from '../api/baseline-file.js';

export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly entries: readonly BaselineEntry[] }
  | { readonly kind: 'malformed'; readonly problems: readonly TextProblem[] };

/** What has to be known of the checks that an entry may name. */
interface NamedCheck {
  readonly id: string;
  readonly strata: readonly { readonly id: string }[];
}

export function readBaseline(source: string, checks: readonly NamedCheck[]): ReadBaseline {
  const read = readYaml(source);
  if (read.kind === 'malformed') return read;
  const parsed = baselineSchema.safeParse(read.text.value);
  if (!parsed.success) {
    return { kind: 'malformed', problems: problemsIn(read.text, parsed.error, knownKeysAt) };
  }
  const { entries } = parsed.data;
  const problems = [...unmatched(entries, read.text, checks), ...repeated(entries, read.text)];
  return problems.length > 0 ? { kind: 'malformed', problems } : { kind: 'baseline', entries };
}

/** Of a case, which nobody writes by hand, the keys are not named. */
function knownKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return baselineKeys;
  return path.length === 2 ? entryKeys : [];
}

/** Entries that no failure could ever match. */
function unmatched(
  entries: readonly BaselineEntry[],
  text: YamlText,
  checks: readonly NamedCheck[],
): readonly TextProblem[] {
  return entries.flatMap(({ check: id, signature, case: { stratum } }, index) => {
    const check = checks.find((each) => each.id === id);
    if (check === undefined) {
      const known = checks.map((each) => each.id);
      return [problemAt(text, [index, 'check'], `there is no check "${id}".`, { word: id, known })];
    }
    const strata = check.strata.map((each) => each.id);
    if (!strata.includes(stratum)) {
      const words = `${id} has no class of input "${stratum}".`;
      return [problemAt(text, [index, 'case', 'stratum'], words, { word: stratum, known: strata })];
    }
    if (signature.startsWith(`${stratum}: `)) return [];
    const words = `the signature does not begin with "${stratum}: ", the class of input of its case.`;
    return [problemAt(text, [index, 'signature'], words)];
  });
}

function repeated(entries: readonly BaselineEntry[], text: YamlText): readonly TextProblem[] {
  return entries.flatMap(({ check, signature }, index) => {
    const first = entries.findIndex((each) => each.check === check && each.signature === signature);
    if (first === index) return [];
    return [problemAt(text, [index], `entries.${first} is about the same failure already; take one of them out.`)];
  });
}

function problemAt(
  text: YamlText,
  path: readonly PropertyKey[],
  words: string,
  unknown?: TextProblem['unknown'],
): TextProblem {
  const place = text.placeOf(['entries', ...path]);
  return { ...place, words: `entries.${path.join('.')}: ${words}`, ...(unknown === undefined ? {} : { unknown }) };
}
