import { amongOthers, isOnSame, restore } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A put that meets one to another CA is kept there too.',
  breaks: 'ISO-01',
  killedBy: 'concurrency/keeps-authorities-apart',
  intercept: amongOthers(() => async (call) => {
    const { operation, others, step, pause } = call;
    await pause();
    const isSame = isOnSame(operation);
    const other = others().find((each) => each.kind === 'PutPolicy' && !isSame(each));
    const outcome = step(operation);
    if (operation.kind === 'PutPolicy' && other !== undefined) {
      const { ResourceArn: arn } = other.input;
      restore(call, arn, operation.input.Policy.replaceAll(operation.input.ResourceArn, arn));
    }
    await pause();
    return outcome;
  }),
};
