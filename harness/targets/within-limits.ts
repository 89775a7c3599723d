// Ends a call at its deadline or when the run is interrupted, even if the client ignores the signal.

import type { Outcome } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { classifyError } from './classify.js';

/** Resolves with an outcome even if `send` rejects; rejects only for a fault of the suite itself. */
export async function withinLimits(
  { deadlineMs, signal }: CallOptions,
  send: (abortSignal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const controller = new AbortController();
  const { promise: ended, resolve: endWith } = withResolvers<Outcome>();
  // Only a pending call is aborted, because aborting takes time.
  const end = (outcome: Outcome): void => {
    endWith(outcome);
    controller.abort();
  };
  const timer = setTimeout(() => end({ kind: 'timeout', deadlineMs }), deadlineMs);
  const interrupt = (): void => end({ kind: 'transport-error', reason: 'the run was interrupted' });
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    // The race ends a call even if the client ignores the signal; a late answer is dropped.
    return await Promise.race([ended, outcomeOf(send(controller.signal))]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  }
}

/** Promise.withResolvers, which Node.js 20 lacks. */
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
