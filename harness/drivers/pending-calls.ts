// The pending calls of one driver, by id.

import type { CallAnswer } from '../api/driver.js';

export interface PendingCalls {
  /** Creates a new id, and a promise of its answer. */
  begin(): { readonly id: string; readonly answer: Promise<CallAnswer> };
  /** Resolves a pending call with its answer. */
  answer(answer: CallAnswer): void;
  isPending(id: string): boolean;
  wasAnswered(id: string): boolean;
  count(): number;
  readonly rejectAll: (error: Error) => void;
  /** Resolves the calls that are still pending at bye. */
  cancelAll(): void;
}

interface Waiting {
  readonly resolve: (answer: CallAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function pendingCalls(): PendingCalls {
  const waiting = new Map<string, Waiting>();
  let last = 0;
  return {
    begin() {
      last += 1;
      const id = String(last);
      const answer = new Promise<CallAnswer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      // The caller handles the rejection, if it still waits.
      answer.catch(() => {});
      return { id, answer };
    },
    answer(answer) {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    },
    isPending: (id) => waiting.has(id),
    // The ids are consecutive numbers, so answered ones need not be stored.
    wasAnswered: (id) => /^[1-9]\d*$/.test(id) && Number(id) <= last && !waiting.has(id),
    count: () => waiting.size,
    rejectAll(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
    cancelAll() {
      for (const [id, { resolve }] of waiting) resolve(goneAnswer(id));
      waiting.clear();
    },
  };
}

/** The answer to a call that was still pending at bye. */
export function goneAnswer(id: string): CallAnswer {
  return { type: 'transportError', id, cause: 'cancelled', message: 'the driver was told to end' };
}
