import { amongOthers, success } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Of fifty puts that are under way at once, one is answered and lost.',
  breaks: 'ISO-01',
  killedBy: 'concurrency/keeps-every-policy-of-a-burst',
  intercept: amongOthers(() => {
    let crowded = 0;
    return async ({ operation, met, step, pause }) => {
      await pause();
      const isPut = operation.kind === 'PutPolicy';
      if (isPut && met().length >= 10) crowded += 1;
      const isLost = isPut && met().length >= 10 && crowded % 50 === 1;
      const outcome = isLost ? success : step(operation);
      await pause();
      return outcome;
    };
  }),
};
