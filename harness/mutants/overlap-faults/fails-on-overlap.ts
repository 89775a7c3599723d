import type { Outcome } from '../../api/outcome.js';
import { amongOthers, hasRival, isWrite } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Writes that meet on one CA are answered with InternalFailure and HTTP status 500.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const hasFailed = isWrite(operation) && hasRival(operation, others());
    const outcome: Outcome = hasFailed
      ? { kind: 'service-error', error: 'InternalFailure', status: 500 }
      : step(operation);
    await pause();
    return outcome;
  }),
};
