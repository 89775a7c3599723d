import { amongOthers, hasRival, isWrite } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'A write that meets another to its CA is throttled.',
  permittedBy: 'Q-01',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    const isThrottled = isWrite(operation) && hasRival(operation, others());
    await pause();
    const outcome = isThrottled
      ? ({ kind: 'service-error', error: 'ThrottlingException', status: 400 } as const)
      : step(operation);
    await pause();
    return outcome;
  }),
};
