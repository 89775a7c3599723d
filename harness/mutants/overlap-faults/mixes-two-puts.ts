import { amongOthers, isOnSame } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'Two puts that overlap leave a statement of each behind.',
  breaks: 'CC-02',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => async ({ operation, met, step, pause }) => {
    await pause();
    const rival = met().findLast((other) => other.kind === 'PutPolicy' && isOnSame(operation)(other));
    const isMixed = operation.kind === 'PutPolicy' && rival?.kind === 'PutPolicy';
    const outcome = step(isMixed ? { ...operation, input: mixtureOf(operation.input, rival.input) } : operation);
    await pause();
    return outcome;
  }),
};

interface Put {
  readonly ResourceArn: string;
  readonly Policy: string;
}

/** The first statement of the one and the second of the other; what is no share is left as it is. */
function mixtureOf(own: Put, other: Put): Put {
  const [first, second]: { Statement?: unknown[] }[] = [own, other].map(({ Policy }) => JSON.parse(Policy));
  const Statement = [first?.Statement?.[0], second?.Statement?.[1]];
  return Statement.includes(undefined) ? own : { ...own, Policy: JSON.stringify({ ...first, Statement }) };
}
