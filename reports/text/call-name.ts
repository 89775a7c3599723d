// The name of a call in a report.

import type { CallReport } from '../../harness/files/report.js';

/** @example nameOfCall({ operation: 'GetPolicy', protocol: 'cbor' }) // GetPolicy (CBOR) */
export function nameOfCall({ operation, protocol }: Pick<CallReport, 'operation' | 'protocol'>): string {
  return protocol === 'cbor' ? `${operation} (CBOR)` : operation;
}
