// Answers that come once in every n calls, whatever the input. The calls are counted, not drawn, so that a run is repeatable.

import type { WireAnswer } from '../api/wire.js';
import { mutateAnswers, isPolicyOperationName, type AnswerMutation } from './mutate-answers.js';

interface Sporadic {
  /** The last of every so many calls gets the answer. */
  readonly every: number;
  /** Which calls are counted: those of the three operations unless stated. */
  readonly counts?: (operation: string) => boolean;
  /** Whether the call has its effect nevertheless. */
  readonly hasEffect?: boolean;
}

export function sporadically(
  { every, counts = isPolicyOperationName, hasEffect = false }: Sporadic,
  answer: () => WireAnswer,
): AnswerMutation {
  return mutateAnswers(0, ({ request, operation, memory: counted, remember, ask }) => {
    if (!counts(operation)) return ask(request);
    remember(counted + 1);
    if ((counted + 1) % every !== 0) return ask(request);
    if (hasEffect) ask(request);
    return answer();
  });
}

export function isPolicyWrite(operation: string): boolean {
  return operation === 'PutPolicy' || operation === 'DeletePolicy';
}
