// Calls, and a function that answers and counts them.

import type { Operation } from '../api/operation.js';
import { success } from '../api/outcome.js';
import type { Send } from '../run/session/caller/send.js';

export const get: Operation = { kind: 'GetPolicy', input: { ResourceArn: 'arn' } };
export const put: Operation = { kind: 'PutPolicy', input: { ResourceArn: 'arn', Policy: '{}' } };
export const remove: Operation = { kind: 'DeletePolicy', input: { ResourceArn: 'arn' } };

/** Answers every call with success, and counts the calls of each operation. */
export function countingSend(): { readonly send: Send; readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  return {
    counts,
    async send({ kind }) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return success();
    },
  };
}
