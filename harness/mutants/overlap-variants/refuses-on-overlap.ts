import { amongOthers, hasRival, isWrite, refusedForNow } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'A write that meets another to its CA is refused for now.',
  permittedBy: 'CC-02',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    const isRefused = isWrite(operation) && hasRival(operation, others());
    await pause();
    const outcome = isRefused ? refusedForNow() : step(operation);
    await pause();
    return outcome;
  }),
};
