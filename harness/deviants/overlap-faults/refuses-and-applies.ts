import { amongOthers, hasRival, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapDeviant } from '../overlap-deviant.js';

export const deviant: OverlapDeviant = {
  fault: 'A write that meets another is refused for now, and takes effect.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  conduct: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isRefused = isWrite(operation) && hasRival(operation, others());
    const outcome = step(operation);
    await pause();
    return isRefused && outcome.kind === 'success' ? refusedForNow() : outcome;
  }),
};
