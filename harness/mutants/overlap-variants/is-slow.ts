import { amongOthers } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'Every call takes its time, before and after its effect.',
  permittedBy: 'CC-01',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, step, pause, delay, place }) => {
    await delay(5 + (place % 4) * 10);
    await pause();
    const outcome = step(operation);
    await pause();
    await delay(5 + (place % 3) * 10);
    return outcome;
  }),
};
