// Reads a ledger.

import { withPresentNames } from '../files/former-names.js';
import { readFileSync } from 'node:fs';
import { presentCheckId } from '../api/former-check-ids.js';
import { ledgerSchema, type Ledger, type LedgerCase } from '../files/ledger-file.js';
import { describeProblems } from '../files/file-problems.js';

/** The message says what is wrong with the file, over several lines if several members are. */
export class UnreadableLedger extends Error {
  override readonly name = 'UnreadableLedger';
}

/** Throws UnreadableLedger. */
export function readLedger(path: string): Ledger {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UnreadableLedger(error instanceof Error ? error.message : String(error));
  }
  const checked = ledgerSchema.safeParse(withPresentNames(parsed));
  if (checked.success) {
    const cases = checked.data.cases.map((each) => underPresentId(each));
    return { ...checked.data, cases };
  }
  throw new UnreadableLedger(describeProblems(checked.error, parsed));
}

/** The case with the present id of its check, which is also the prefix of its own id. */
function underPresentId(each: LedgerCase): LedgerCase {
  const check = presentCheckId(each.check);
  return { ...each, check, id: `${check}${each.id.slice(each.check.length)}` };
}
