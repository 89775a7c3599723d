// Ends a call that takes too long, or whose run is interrupted, whatever the client makes of the signal.

import type { Outcome } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { classifyError } from './classify.js';

/** Resolves with an outcome also where `send` rejects; rejects only on a fault of the suite itself. */
export async function withinLimits(
  { deadlineMs, signal }: CallOptions,
  send: (abortSignal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const controller = new AbortController();
  const { promise: ended, resolve: endWith } = withResolvers<Outcome>();
  // Only a call that is still under way has anything to abort, and aborting takes time.
  const end = (outcome: Outcome): void => {
    endWith(outcome);
    controller.abort();
  };
  const timer = setTimeout(() => end({ kind: 'timeout', deadlineMs }), deadlineMs);
  const interrupt = (): void => end({ kind: 'transport-error', reason: 'the run was interrupted' });
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    // The race ends a call even where the client ignores the signal; a late answer is then dropped.
    return await Promise.race([ended, outcomeOf(send(controller.signal))]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  }
}

/** Promise.withResolvers, which Node.js 20 does not have. */
function withResolvers<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  const resolvers: ((value: Value) => void)[] = [];
  const promise = new Promise<Value>((resolve) => {
    resolvers.push(resolve);
  });
  return { promise, resolve: (value) => resolvers[0]?.(value) };
}

async function outcomeOf(sent: Promise<Outcome>): Promise<Outcome> {
  try {
    return await sent;
  } catch (error) {
    const outcome = classifyError(error);
    if (outcome !== undefined) return outcome;
    throw error;
  }
}
