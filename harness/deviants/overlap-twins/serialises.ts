import { amongOthers } from '../overlap.js';
import type { OverlapTwin } from '../overlap-deviant.js';

export const twin: OverlapTwin = {
  freedom: 'Calls on one CA wait for each other.',
  permittedBy: 'CC-02',
  keeps: 'linearizable',
  conduct: amongOthers(() => {
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
