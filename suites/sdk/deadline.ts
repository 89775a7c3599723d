// Checks on calls that exceed their deadline or are cancelled.

import type { CallAnswer } from '../../harness/api/driver.js';
import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkCheck } from '../../harness/sdk/sdk-check.js';
import { callOf, operations, scripted, inputClass, success } from './calls.js';

/** The service does not answer for longer than a call may take. Which of them ends first shows by order, not by a clock. */
const silence = { kind: 'silence', holdMs: 8_000 } as const;
/** Long enough for clients that start a process for each call. */
const deadlineMs = 2_000;

/** Judges that a call without an answer ends before the service closes the connection. */
function endsInTime(cause: 'timeout' | 'cancelled') {
  return (observation: SdkObservation): SdkFinding => {
    const [first] = observation.answers;
    if (observation.requests.length === 0) return unobserved('no request was sent');
    if (first === undefined) return unobserved('the driver received no call');
    if (observation.outlasted[0] === true) {
      return violated(
        `the end of the call by ${cause}`,
        `${describeCallAnswer(first)}, after the service had closed the connection`,
      );
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
    id: 'sdk-deadline/ends-calls-at-the-deadline',
    requirement: 'SDK-100',
    title: 'ends a call when its deadline has passed',
    needs: ['deadline', 'max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([silence], callOf(operation, { deadlineMs, maxAttempts: 1 }))),
    ),
    judge: endsInTime('timeout'),
  },
  {
    id: 'sdk-deadline/waits-for-answers-within-the-deadline',
    requirement: 'SDK-101',
    title: 'lets a call answered within its deadline succeed',
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
    id: 'sdk-deadline/ends-cancelled-calls',
    requirement: 'SDK-102',
    title: 'ends a cancelled call',
    needs: ['cancel', 'max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([silence], callOf(operation, { isCancelled: true, maxAttempts: 1 }))),
    ),
    judge: endsInTime('cancelled'),
  },
  {
    id: 'sdk-deadline/continues-after-a-timeout',
    requirement: 'SDK-103',
    title: 'makes further calls after one that timed out',
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
    title: 'waits for an answer that takes one second',
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([{ ...success[operation], delayMs: 1_000 }], callOf(operation))),
    ),
    judge: ({ answers, requests }) =>
      requests.length === 0 ? unobserved('no request was sent') : succeeds(answers[0]),
  },
];
