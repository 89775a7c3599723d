import { amongOthers, isOnSame, success } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A put that meets another call is answered before it takes effect, which the second call after it brings.',
  breaks: 'CC-01',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => {
    const waiting: { readonly due: number; readonly take: () => void }[] = [];
    return async ({ operation, met, step, peek, pause, place }) => {
      await pause();
      const due = waiting.filter((each) => each.due <= place);
      waiting.splice(0, due.length);
      for (const { take } of due) take();
      const isBehind =
        operation.kind === 'PutPolicy' && met().some(isOnSame(operation)) && peek(operation).kind === 'success';
      if (isBehind) waiting.push({ due: place + 2, take: () => step(operation) });
      const outcome = isBehind ? success : step(operation);
      await pause();
      return outcome;
    };
  }),
};
