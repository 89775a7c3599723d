import { amongOthers } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'A call has its effect at once and its answer late, so that calls end in another order.',
  permittedBy: 'CC-02',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, step, pause, delay, place }) => {
    await pause();
    const outcome = step(operation);
    await pause();
    await delay(((place * 7) % 5) * 12);
    return outcome;
  }),
};
