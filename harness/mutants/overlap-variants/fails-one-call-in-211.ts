import { amongOthers } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'One call in 211 is answered with RequestFailedException and has no effect.',
  permittedBy: 'CC-02',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, step, pause, place }) => {
    await pause();
    const isFailed = place % 211 === 210;
    const outcome = isFailed
      ? ({ kind: 'service-error', error: 'RequestFailedException', status: 400 } as const)
      : step(operation);
    await pause();
    return outcome;
  }),
};
