import { amongOthers, isOnSame, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A write is refused for now while one to another CA is under way.',
  breaks: 'CC-02',
  killedBy: 'concurrency/keeps-every-policy-of-a-burst',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isSame = isOnSame(operation);
    const isRefused = isWrite(operation) && others().some((other) => isWrite(other) && !isSame(other));
    const outcome = isRefused ? refusedForNow() : step(operation);
    await pause();
    return outcome;
  }),
};
