// Decides in which order the calls to a gated target go on: by a seed, or through every order there is.

import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { Gate } from '../../api/target.js';

/** One order of going on. */
export interface Interleaving {
  /** Where a call, or a client between two calls, waits for its turn. */
  readonly gate: Gate;
  /**
   * Lets those that wait go on, one at a time. Returns true when `done` has settled, false if none waits any more
   * and it has not: whoever is left will never go on.
   */
  run(done: Promise<unknown>): Promise<boolean>;
}

/** An order drawn from a seed, by the scheduler of fast-check. */
export function seededInterleaving(seed: number): Interleaving {
  const [scheduler] = fc.sample(fc.scheduler(), { seed, numRuns: 1 });
  if (scheduler === undefined) throw new Error('fast-check made no scheduler.');
  return {
    gate: () => scheduler.schedule(Promise.resolve()),
    async run(done) {
      const isDone = watch(done);
      do {
        await scheduler.waitIdle();
        // Whoever is still on the way to a gate arrives within one turn of the event loop.
        await setImmediate();
      } while (!isDone() && scheduler.count() > 0);
      return isDone();
    },
  };
}

/**
 * Every order of at most so many, each once: in each, whenever several wait, another of them goes first. The orders are
 * enumerated while they are run, because only running shows who waits.
 */
export function* everyInterleaving(limit: number): Generator<Interleaving> {
  let choices: Choice[] = [];
  for (let count = 0; count < limit; count += 1) {
    const taken: Choice[] = [];
    yield followingChoices(choices, taken);
    // The next order: the last choice that had another option takes it, and what comes after is open again.
    const last = taken.findLastIndex(({ option, options }) => option + 1 < options);
    if (last < 0) return;
    choices = taken
      .slice(0, last + 1)
      .map((choice, index) => (index === last ? { ...choice, option: choice.option + 1 } : choice));
  }
}

/** Which one of those that waited went on. */
interface Choice {
  readonly option: number;
  readonly options: number;
}

/** Goes by the choices given, and then lets the one go first that has waited longest. Notes what it chose. */
function followingChoices(choices: readonly Choice[], taken: Choice[]): Interleaving {
  const waiting: (() => void)[] = [];
  return {
    gate: () => new Promise((resolve) => waiting.push(resolve)),
    async run(done) {
      const isDone = watch(done);
      for (;;) {
        // All who are on the way to a gate arrive within one turn of the event loop.
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
