// Chooses the order in which the calls to a gated target proceed: by a seed, or by enumerating all orders.

import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { Gate } from '../../api/target.js';

/** One order of the calls. */
export interface Interleaving {
  /** Where a call, or a client between two calls, waits for its turn. */
  readonly gate: Gate;
  /**
   * Lets the waiting calls proceed, one at a time. Returns true when `done` has settled, false if none waits any more
   * and it has not: the remaining ones will never proceed.
   */
  run(done: Promise<unknown>): Promise<boolean>;
}

/** An order drawn from a seed, by the scheduler of fast-check. */
export function seededInterleaving(seed: number): Interleaving {
  const [scheduler] = fc.sample(fc.scheduler(), { seed, numRuns: 1 });
  if (scheduler === undefined) throw new Error('fast-check created no scheduler.');
  return {
    gate: () => scheduler.schedule(Promise.resolve()),
    async run(done) {
      const isDone = watch(done);
      do {
        await scheduler.waitIdle();
        // A call that has not yet reached its gate does so within one turn of the event loop.
        await setImmediate();
      } while (!isDone() && scheduler.count() > 0);
      return isDone();
    },
  };
}

/**
 * All orders, up to a maximum, each once: whenever several calls wait, each order lets another one proceed first. The orders
 * are enumerated while they are run, because only a run shows which calls wait.
 */
export function* everyInterleaving(limit: number): Generator<Interleaving> {
  let choices: Choice[] = [];
  for (let count = 0; count < limit; count += 1) {
    const taken: Choice[] = [];
    yield followingChoices(choices, taken);
    // The next order: the last choice with another option takes it, and later choices start over.
    const last = taken.findLastIndex(({ option, options }) => option + 1 < options);
    if (last < 0) return;
    choices = taken
      .slice(0, last + 1)
      .map((choice, index) => (index === last ? { ...choice, option: choice.option + 1 } : choice));
  }
}

/** Which of the waiting calls proceeded. */
interface Choice {
  readonly option: number;
  readonly options: number;
}

/** Follows the given choices, and then lets the longest waiting call proceed first. Records its choices. */
function followingChoices(choices: readonly Choice[], taken: Choice[]): Interleaving {
  const waiting: (() => void)[] = [];
  return {
    gate: () => new Promise((resolve) => waiting.push(resolve)),
    async run(done) {
      const isDone = watch(done);
      for (;;) {
        // All calls that have not yet reached a gate do so within one turn of the event loop.
        await setImmediate();
        if (isDone() || waiting.length === 0) return isDone();
        const option = choices[taken.length]?.option ?? 0;
        taken.push({ option, options: waiting.length });
        waiting.splice(option, 1).forEach((goOn) => goOn());
      }
    },
  };
}

function watch(promise: Promise<unknown>): () => boolean {
  let isSettled = false;
  const settle = (): void => {
    isSettled = true;
  };
  promise.then(settle, settle);
  return () => isSettled;
}
