// Distributes the trials of the selftest to threads, one for each core.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TrialResult, TrialTask } from './selftest-worker.js';

/** Rejects with the error of a thread that failed. */
export async function runTrials(tasks: readonly TrialTask[], onResult: (result: TrialResult) => void): Promise<void> {
  const queue = tasks.values();
  const threads = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, () =>
    runThread(queue, onResult),
  );
  await Promise.all(threads);
}

/** Takes tasks off the queue until it is empty. */
async function runThread(queue: Iterator<TrialTask>, onResult: (result: TrialResult) => void): Promise<void> {
  const worker = new Worker(new URL('./selftest-worker.js', import.meta.url), {
    // Every trial allocates many short-lived objects.
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (): void => {
        const { value, done } = queue.next();
        if (done === true) resolve();
        else worker.postMessage(value);
      };
      worker.on('message', (result: TrialResult) => {
        onResult(result);
        next();
      });
      worker.on('error', reject);
      next();
    });
  } finally {
    await worker.terminate();
  }
}
