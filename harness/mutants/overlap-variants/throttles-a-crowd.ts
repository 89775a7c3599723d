import type { Outcome } from '../../api/outcome.js';
import { amongOthers } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'A call is throttled while ten others are under way.',
  permittedBy: 'Q-01',
  keeps: 'linearizable',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isThrottled = others().length >= 10;
    const outcome: Outcome = isThrottled
      ? { kind: 'service-error', error: 'ThrottlingException', status: 400 }
      : step(operation);
    await pause();
    return outcome;
  }),
};
