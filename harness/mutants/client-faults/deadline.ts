// What the checks of suites/sdk/deadline.ts notice: clients that wait too long, or not long enough.

import { clientFaults } from '../client-mutant.js';
import type { ClientParts } from '../plain-client/parts.js';

function failsAfterTimeout(correct: ClientParts): Partial<ClientParts> {
  const dead = new Set<string>();
  return {
    refusal: (call) =>
      dead.has(call.endpoint ?? '')
        ? { type: 'transportError', id: '', cause: 'connection', message: 'the pool is closed' }
        : correct.refusal(call),
    handOn: (answer, call) => {
      if (answer.type === 'transportError' && answer.cause === 'timeout') dead.add(call.endpoint ?? '');
      return answer;
    },
  };
}

export const deadlineFaults = clientFaults('sdk-deadline', {
  'ignores-deadlines': {
    fault: 'A call has no deadline, whatever it was given.',
    breaks: 'SDK-100',
    killedBy: 'ends-calls-at-the-deadline',
    mutate: () => ({ deadlineMsOf: () => null }),
  },
  'takes-seconds-for-milliseconds': {
    fault: 'A deadline of twenty seconds is one of twenty milliseconds.',
    breaks: 'SDK-101',
    killedBy: 'waits-for-answers-within-the-deadline',
    mutate: (correct) => ({
      deadlineMsOf: (call) => {
        const deadlineMs = correct.deadlineMsOf(call);
        return deadlineMs === null ? null : deadlineMs / 1_000;
      },
    }),
  },
  'goes-on-with-what-was-given-up': {
    fault: 'A cancelled call continues.',
    breaks: 'SDK-102',
    killedBy: 'ends-cancelled-calls',
    mutate: () => ({ endsWhenCancelled: false }),
  },
  'dies-of-a-timeout': {
    fault: 'After a call that timed out, every other one fails.',
    breaks: 'SDK-103',
    killedBy: 'continues-after-a-timeout',
    mutate: failsAfterTimeout,
  },
  'is-impatient': {
    fault: 'A call that takes half a second is cancelled.',
    breaks: 'SDK-104',
    killedBy: 'waits-for-slow-answers',
    mutate: (correct) => ({ deadlineMsOf: (call) => correct.deadlineMsOf(call) ?? 500 }),
  },
});
