import { amongOthers, hasRival, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A write that meets another is refused for now with HTTP status 500.',
  breaks: 'WIRE-08',
  killedBy: 'concurrency/settles-four-calls-in-any-order',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isRefused = isWrite(operation) && hasRival(operation, others());
    const outcome = isRefused ? refusedForNow(500) : step(operation);
    await pause();
    return outcome;
  }),
};
