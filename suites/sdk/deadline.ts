// Checks on calls that take too long, or are given up.

import type { CallAnswer } from '../../harness/api/driver.js';
import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkCheck } from '../../harness/sdk/sdk-check.js';
import { callOf, operations, scripted, inputClass, success } from './calls.js';

/** The service says nothing for longer than a call may take; what ends first is told by order, not by a clock. */
const silence = { kind: 'silence', holdMs: 8_000 } as const;
/** Clients that are a process for each call need a moment before they send anything. */
const deadlineMs = 2_000;

/** A call without an answer has to end before the service lets go of it. */
function endsInTime(cause: 'timeout' | 'cancelled') {
  return (observation: SdkObservation): SdkFinding => {
    const [first] = observation.answers;
    if (observation.requests.length === 0) return unobserved('no request was sent');
    if (first === undefined) return unobserved('the driver was not asked');
    if (observation.outlasted[0] === true) {
      return violated(`the end of the call by ${cause}`, `${describeCallAnswer(first)}, once the service had let go`);
    }
    return first.type === 'transportError' && first.cause === cause
      ? holds
      : violated(`no answer of the service: ${cause}`, describeCallAnswer(first));
  };
}

function succeeds(answer: CallAnswer | undefined): SdkFinding {
  return answer?.type === 'ok'
    ? holds
    : violated('success', answer === undefined ? 'nothing' : describeCallAnswer(answer));
}

export const deadlineChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-deadline/ends-calls-in-time',
    requirement: 'SDK-100',
    title: 'ends a call once its deadline has passed',
    needs: ['deadline', 'max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([silence], callOf(operation, { deadlineMs, maxAttempts: 1 }))),
    ),
    judge: endsInTime('timeout'),
  },
  {
    id: 'sdk-deadline/lets-calls-in-time-be',
    requirement: 'SDK-101',
    title: 'lets a call succeed that is answered within its deadline',
    needs: ['deadline'],
    inputClasses: operations.map((operation) =>
      inputClass(
        operation,
        scripted([{ ...success[operation], delayMs: 50 }], callOf(operation, { deadlineMs: 20_000 })),
      ),
    ),
    judge: ({ answers }) => succeeds(answers[0]),
  },
  {
    id: 'sdk-deadline/gives-calls-up',
    requirement: 'SDK-102',
    title: 'ends a call that is given up',
    needs: ['cancel', 'max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([silence], callOf(operation, { isCancelled: true, maxAttempts: 1 }))),
    ),
    judge: endsInTime('cancelled'),
  },
  {
    id: 'sdk-deadline/goes-on-afterwards',
    requirement: 'SDK-103',
    title: 'goes on after a call that timed out',
    needs: ['deadline', 'max-attempts'],
    inputClasses: [
      inputClass(
        'after-a-deadline',
        scripted(
          [silence, success.GetPolicy],
          callOf('PutPolicy', { deadlineMs, maxAttempts: 1 }),
          callOf('GetPolicy'),
        ),
      ),
    ],
    judge: ({ answers, requests }) =>
      requests.length === 0 ? unobserved('no request was sent') : succeeds(answers[1]),
  },
  {
    id: 'sdk-deadline/waits-for-slow-answers',
    requirement: 'SDK-104',
    title: 'waits for an answer that takes a second',
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([{ ...success[operation], delayMs: 1_000 }], callOf(operation))),
    ),
    judge: ({ answers, requests }) =>
      requests.length === 0 ? unobserved('no request was sent') : succeeds(answers[0]),
  },
];
