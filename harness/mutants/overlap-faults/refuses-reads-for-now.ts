import { amongOthers, hasRival, refusedForNow } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A read that meets a write is refused with the error for writes.',
  breaks: 'GP-06',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isRefused = operation.kind === 'GetPolicy' && hasRival(operation, others());
    const outcome = isRefused ? refusedForNow() : step(operation);
    await pause();
    return outcome;
  }),
};
