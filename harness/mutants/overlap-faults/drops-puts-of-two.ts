import { amongOthers, hasRival, success } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A put is answered and dropped while another write to the CA is under way.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const outcome = operation.kind === 'PutPolicy' && hasRival(operation, others()) ? success : step(operation);
    await pause();
    return outcome;
  }),
};
