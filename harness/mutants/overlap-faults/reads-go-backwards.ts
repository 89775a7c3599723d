import type { Outcome } from '../../api/outcome.js';
import { amongOthers, isWrite } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Every third read of a CA shows what it carried before the last write.',
  breaks: 'CC-01',
  killedBy: 'concurrency/shows-what-was-written',
  intercept: amongOthers(() => {
    const former = new Map<string, Outcome>();
    let reads = 0;
    return async ({ operation, step, peek, pause }) => {
      const { ResourceArn: arn } = operation.input;
      await pause();
      if (isWrite(operation)) former.set(arn, peek({ kind: 'GetPolicy', input: { ResourceArn: arn } }));
      else reads += 1;
      const outcome = step(operation);
      const shown = operation.kind === 'GetPolicy' && reads % 3 === 0 ? former.get(arn) : undefined;
      await pause();
      return shown ?? outcome;
    };
  }),
};
