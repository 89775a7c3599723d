// Compares a ledger with an earlier one: a lasting change is drift, a change that is not confirmed is a flake.

import { isDeepStrictEqual } from 'node:util';
import type { Ledger, LedgerCase } from '../files/ledger-file.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { firstDifference } from './compare-answers.js';
import { captureOnce } from './record.js';

export interface LedgerChange {
  readonly id: string;
  /**
   * `drift`: a further capture confirms the new answer. `flake`: it does not. `unsettled`: one of the ledgers has no settled answer.
   * `other-input`: the case of this id has another input now.
   */
  readonly kind: 'drift' | 'flake' | 'unsettled' | 'other-input' | 'added' | 'gone';
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Captures every case that differs once more. Rejects with any reason to stop a run. */
export async function compareLedgers(
  before: Ledger,
  after: Pick<Ledger, 'cases'>,
  context: CaseContext,
): Promise<readonly LedgerChange[]> {
  const changes: LedgerChange[] = [];
  for (const each of after.cases) {
    const old = before.cases.find(({ id }) => id === each.id);
    const change = old === undefined ? ({ id: each.id, kind: 'added' } as const) : await compare(old, each, context);
    if (change !== undefined) changes.push(change);
  }
  const gone = before.cases.filter(({ id }) => !after.cases.some((each) => each.id === id));
  return [...changes, ...gone.map(({ id }) => ({ id, kind: 'gone' as const }))];
}

async function compare(old: LedgerCase, now: LedgerCase, context: CaseContext): Promise<LedgerChange | undefined> {
  const { id } = now;
  if (!isDeepStrictEqual(plain(old.case), plain(now.case))) return { id, kind: 'other-input' };
  const difference = firstDifference(old.answers, now.answers);
  if (!old.settled || !now.settled) {
    return difference === undefined && old.settled === now.settled ? undefined : { id, kind: 'unsettled' };
  }
  if (difference === undefined) return undefined;
  const words = { id, before: difference.recorded, after: difference.found };
  const again = await captureOnce(context, now.case);
  const isConfirmed = again.reason === undefined && firstDifference(now.answers, again.answers) === undefined;
  return { ...words, kind: isConfirmed ? 'drift' : 'flake' };
}

/** As in a file: members that are undefined are absent. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
