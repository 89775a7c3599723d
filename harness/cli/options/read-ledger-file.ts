// Reads a ledger that an option names; any problem with it is a usage error.

import type { Ledger } from '../../files/ledger-file.js';
import { readLedger, UnreadableLedger } from '../../ledger/read-ledger.js';
import { usageError } from '../output/failure.js';

export function readLedgerFile(option: string, path: string): Ledger {
  try {
    return readLedger(path);
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error;
    throw usageError(`${option} ${path} is not a ledger: ${error.message}. Give a file that "record" wrote.`);
  }
}
