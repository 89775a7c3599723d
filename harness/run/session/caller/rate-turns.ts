// Keeps to a rate: the quotas of AWS are by operation, and so are the turns.

import pThrottle from 'p-throttle';
import type { ApiCall } from '../../../api/raw-request.js';
import type { Send } from './send.js';

/** Calls of each operation in a second; a function if they differ. */
export type Rate = number | ((operation: string) => number);

/** Sends calls of each operation at the given rate, in no second more than that. An interruption ends the waiting. */
export function createTurns(rate: Rate | undefined, signal?: AbortSignal): (send: Send) => Send {
  if (rate === undefined) return (send) => send;
  const turns = new Map<string, () => Promise<void>>();
  return (send) => async (call, options) => {
    const operation = quotaOf(call);
    const turn = turns.get(operation) ?? createTurn(typeof rate === 'function' ? rate(operation) : rate);
    turns.set(operation, turn);
    await (signal === undefined || signal.aborted ? turn() : unlessAborted(turn(), signal));
    return send(call, options);
  };
}

function createTurn(rate: number): () => Promise<void> {
  const limit = Math.ceil(rate);
  return pThrottle({ limit, interval: (1_000 * limit) / rate, strict: true })(async () => {});
}

/** The operation whose quota a call uses: a raw request uses that of the operation that it names. */
function quotaOf(call: ApiCall): string {
  return call.kind === 'RawRequest' ? (call.input.target?.split('.').at(-1) ?? call.kind) : call.kind;
}

/** Resolves early if the signal is aborted. */
async function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end);
    void promise.then(end);
  });
}
