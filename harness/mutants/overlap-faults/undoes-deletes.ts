import { amongOthers, isOnSame, policyNow, restore } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A delete that meets another call is undone once it was answered.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async (call) => {
    const { operation, met, step, pause } = call;
    await pause();
    const before = policyNow(call);
    const outcome = step(operation);
    await pause();
    const isUndone = operation.kind === 'DeletePolicy' && met().some(isOnSame(operation)) && before !== undefined;
    if (isUndone && policyNow(call) === undefined) restore(call, operation.input.ResourceArn, before);
    return outcome;
  }),
};
