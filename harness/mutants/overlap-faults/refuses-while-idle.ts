import { amongOthers, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Every seventh write is refused for now although nothing else is going on.',
  breaks: 'CC-02',
  killedBy: 'concurrency/refuses-nothing-while-idle',
  intercept: amongOthers(() => {
    let writes = 0;
    return async ({ operation, step, pause }) => {
      if (isWrite(operation)) writes += 1;
      const isRefused = isWrite(operation) && writes % 7 === 0;
      await pause();
      const outcome = isRefused ? refusedForNow() : step(operation);
      await pause();
      return outcome;
    };
  }),
};
