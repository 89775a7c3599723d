// The calls of one driver that wait for their answers, by their ids.

import type { CallAnswer } from '../api/driver.js';

export interface PendingCalls {
  /** Gives a new id, and the answer that will come for it. */
  begin(): { readonly id: string; readonly answer: Promise<CallAnswer> };
  /** Only for a call that waits. */
  answer(answer: CallAnswer): void;
  isPending(id: string): boolean;
  wasAnswered(id: string): boolean;
  count(): number;
  readonly rejectAll: (error: Error) => void;
  /** For calls that were still under way when the driver was told to end. */
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
      // Whoever made the call meets it; nobody has to wait any more once the driver is at fault.
      answer.catch(() => {});
      return { id, answer };
    },
    answer(answer) {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    },
    isPending: (id) => waiting.has(id),
    // The ids are counted up, so that those that were given need not be kept.
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

/** What is said of a call that has no answer because the driver was told to end. */
export function goneAnswer(id: string): CallAnswer {
  return { type: 'transportError', id, cause: 'cancelled', message: 'the driver was told to end' };
}
