// Answers that say nothing about the input: the call is repeated before anything is judged.

import { callerErrors } from '../../api/common-errors.js';
import { answerOf, type Outcome } from '../../api/outcome.js';
import type { Caller } from './caller/caller.js';

/** How often a call with such an answer is repeated. */
export const transientRepetitions = 3;

/** The answers of a run that said nothing about the input, by name. */
export interface TransientCount {
  add(outcome: Outcome): void;
  /** How many there were. */
  count(): number;
}

export function createTransientCount(): TransientCount {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    count: () => count,
  };
}

/**
 * An internal failure of the service, a page without an error name, a lost connection, RequestFailedException, which the
 * user guide says to retry, and errors about the caller.
 * Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html,
 * https://docs.aws.amazon.com/privateca/latest/userguide/PCATsExceptions.html
 */
export function saysNothingOfInput(outcome: Outcome): boolean {
  if (outcome.kind === 'http-fault' || outcome.kind === 'transport-error') return true;
  if (outcome.kind !== 'service-error') return false;
  return outcome.status >= 500 || outcome.error === 'RequestFailedException' || isAboutCaller(outcome);
}

/** The same caller, which repeats calls whose answer says nothing about the input. */
export function askingAgain(caller: Caller, transients: TransientCount): Caller {
  const again = async (send: () => Promise<Outcome>): Promise<Outcome> => {
    let outcome = await send();
    for (let time = 0; time < transientRepetitions && outcome.kind !== 'transport-error'; time += 1) {
      if (!saysNothingOfInput(outcome)) break;
      transients.add(outcome);
      outcome = await send();
    }
    return outcome;
  };
  return {
    ...caller,
    call: (operation, options) => again(() => caller.call(operation, options)),
    callToItsEnd: (operation) => again(() => caller.callToItsEnd(operation)),
    callAnyway: (operation) => again(() => caller.callAnyway(operation)),
  };
}

/** Whether the answer is about the credentials of the call. */
export function isAboutCaller(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && callerErrors.includes(outcome.error);
}

/** Whether two answers are equal, as far as a repetition shows. */
export function isSameAnswer(left: Outcome, right: Outcome): boolean {
  return left.kind === right.kind && answerOf(left) === answerOf(right);
}
