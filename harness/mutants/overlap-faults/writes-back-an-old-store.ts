import { amongOthers, isWrite, policyNow, restore } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A write puts back what every other CA carried when it arrived.',
  breaks: 'ISO-01',
  killedBy: 'concurrency/keeps-authorities-apart',
  intercept: amongOthers(() => {
    const known = new Set<string>();
    return async (call) => {
      const { operation, step, pause } = call;
      const { ResourceArn: own } = operation.input;
      const nowOn = (arn: string): string | undefined =>
        policyNow({ ...call, operation: { kind: 'GetPolicy', input: { ResourceArn: arn } } });
      known.add(own);
      const before = new Map([...known].map((arn) => [arn, nowOn(arn)]));
      await pause();
      const outcome = step(operation);
      if (isWrite(operation)) {
        for (const [arn, policy] of before) if (arn !== own && nowOn(arn) !== policy) restore(call, arn, policy);
      }
      await pause();
      return outcome;
    };
  }),
};
