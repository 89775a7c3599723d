import { amongOthers, hasRival, isWrite, silence } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Of two writes that meet, the one that comes later takes effect and is never answered.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    const isLater = isWrite(operation) && hasRival(operation, others());
    await pause();
    const outcome = step(operation);
    await pause();
    return isLater ? silence() : outcome;
  }),
};
