import { amongOthers, hasRival, isWrite, silence } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Two writes that meet on one CA wait for each other, and every later write for them.',
  breaks: 'CC-02',
  killedBy: 'concurrency/agrees-with-itself-once-settled',
  intercept: amongOthers(() => {
    const locked = new Set<string>();
    return async ({ operation, others, step, pause }) => {
      const { ResourceArn: arn } = operation.input;
      await pause();
      if (isWrite(operation) && (locked.has(arn) || hasRival(operation, others()))) {
        locked.add(arn);
        return silence();
      }
      const outcome = step(operation);
      await pause();
      return outcome;
    };
  }),
};
