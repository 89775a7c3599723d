// Writes a baseline: a new one, or one from which entries are removed while the rest of the file stays unchanged.

import { Document, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { BaselineEntry } from '../files/baseline-file.js';

const lead = ` Failures that are known and accepted. Each run with "--baseline" makes the calls of every entry again; one that
 fails no longer, or in another way, or has expired, ends the run with exit 3, and a failure that is not here with
 exit 1. "pca-conformance baseline prune" takes out what fails no longer.`;

/** Long texts stay on one line, so that a policy is not broken. */
const style = { lineWidth: 0, doubleQuotedAsJSON: true } as const;

export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const document = new Document({ schema: 'pca-conformance/baseline/1', entries });
  document.commentBefore = lead;
  visit(document, {
    Pair(_, pair) {
      // A case is written as JSON, which keeps every character of a policy visible.
      if (!isPair(pair) || !isScalar(pair.key) || pair.key.value !== 'case' || !isMap(pair.value)) return undefined;
      pair.value.flow = true;
      visit(pair.value, {
        Scalar(_key, scalar) {
          if (typeof scalar.value === 'string') scalar.type = 'QUOTE_DOUBLE';
        },
      });
      return visit.SKIP;
    },
  });
  return document.toString(style);
}

/** Removes the entries at these places; comments and order stay. */
export function withoutEntries(source: string, places: readonly number[]): string {
  const document = parseDocument(source);
  const entries = document.get('entries');
  if (isSeq(entries)) entries.items = entries.items.filter((_, index) => !places.includes(index));
  return document.toString(style);
}
