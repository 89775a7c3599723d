import { policyTextOf } from '../../api/outcome.js';
import { amongOthers, isOnSame } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A read that meets a put returns the first half of the policy.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
    await pause();
    const isMeanwhile = others().some((other) => other.kind === 'PutPolicy' && isOnSame(operation)(other));
    const outcome = step(operation);
    const text = operation.kind === 'GetPolicy' ? policyTextOf(outcome) : undefined;
    await pause();
    if (text === undefined || !isMeanwhile) return outcome;
    return { kind: 'success', output: { Policy: text.slice(0, text.length / 2) } };
  }),
};
