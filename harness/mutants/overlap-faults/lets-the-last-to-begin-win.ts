import { amongOthers, isOnSame, restore } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'The put that took effect last is shown once, and then the one that began last.',
  breaks: 'CC-02',
  killedBy: 'concurrency/withstands-a-burst',
  intercept: amongOthers(() => {
    const latest = new Map<string, { readonly place: number; readonly policy: string }>();
    return async (call) => {
      const { operation, met, step, pause, place } = call;
      const { ResourceArn: arn } = operation.input;
      await pause();
      const outcome = step(operation);
      const winner = latest.get(arn);
      if (operation.kind === 'DeletePolicy') latest.delete(arn);
      if (operation.kind === 'GetPolicy' && winner !== undefined && !met().some(isOnSame(operation))) {
        restore(call, arn, winner.policy);
      }
      if (operation.kind === 'PutPolicy' && outcome.kind === 'success' && place > (winner?.place ?? -1)) {
        latest.set(arn, { place, policy: operation.input.Policy });
      }
      await pause();
      return outcome;
    };
  }),
};
