// The name of a call in a report.

import type { CallReport } from '../../harness/files/report.js';

/** @example nameOfCall({ operation: 'GetPolicy', protocol: 'cbor', as: 'grantee' }) // GetPolicy (CBOR) as grantee */
export function nameOfCall({ operation, protocol, as }: Pick<CallReport, 'operation' | 'protocol' | 'as'>): string {
  const name = protocol === 'cbor' ? `${operation} (CBOR)` : operation;
  return as === undefined ? name : `${name} as ${as}`;
}
