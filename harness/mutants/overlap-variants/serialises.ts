import { amongOthers } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

export const variant: OverlapVariant = {
  freedom: 'Calls on one CA wait for each other.',
  permittedBy: 'CC-02',
  keeps: 'linearizable',
  intercept: amongOthers(() => {
    const last = new Map<string, Promise<unknown>>();
    return async ({ operation, step, pause }) => {
      const { ResourceArn: arn } = operation.input;
      const turn = (last.get(arn) ?? Promise.resolve()).then(async () => {
        await pause();
        const outcome = step(operation);
        await pause();
        return outcome;
      });
      last.set(arn, turn);
      return turn;
    };
  }),
};
