import { amongOthers, hasRival, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A write that meets another is refused for now, and takes effect.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isRefused = isWrite(operation) && hasRival(operation, others());
    const outcome = step(operation);
    await pause();
    return isRefused && outcome.kind === 'success' ? refusedForNow() : outcome;
  }),
};
