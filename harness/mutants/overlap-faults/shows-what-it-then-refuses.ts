import { amongOthers, hasRival, policyNow, refusedForNow, restore } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A put that meets another is shown to readers while it is under way, and then refused for now.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async (call) => {
    const { operation, others, step, pause } = call;
    await pause();
    const before = policyNow(call);
    const isRefused = operation.kind === 'PutPolicy' && hasRival(operation, others());
    const outcome = step(operation);
    await pause();
    if (!isRefused || outcome.kind !== 'success') return outcome;
    if (policyNow(call) === operation.input.Policy) restore(call, operation.input.ResourceArn, before);
    return refusedForNow();
  }),
};
