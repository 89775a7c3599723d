// What the checks of suites/sdk/retry.ts notice: clients that retry calls incorrectly.

import type { CallAnswer, DriverCall } from '../../api/driver.js';
import { clientFaults } from '../client-mutant.js';
import { retries } from '../plain-client/mutations.js';
import type { ClientParts } from '../plain-client/parts.js';

function forgetfulAgain(correct: ClientParts): Partial<ClientParts> {
  const sent = new WeakSet<DriverCall>();
  return {
    membersOf: (call) => {
      const { Policy: policy, ...others } = correct.membersOf(call);
      const isAgain = sent.has(call);
      sent.add(call);
      return isAgain || policy === undefined ? others : { ...others, Policy: policy };
    },
  };
}

function remembersTheFirst(correct: ClientParts): Partial<ClientParts> {
  const failed = new Map<DriverCall, CallAnswer>();
  return {
    isRetryable: (answer, call) => {
      failed.set(call, failed.get(call) ?? answer);
      return correct.isRetryable(answer, call);
    },
    handOn: (answer, call) => (answer.type === 'ok' ? (failed.get(call) ?? answer) : answer),
  };
}

export const retryFaults = clientFaults('sdk-retry', {
  'does-not-know-429': {
    fault: 'TooManyRequestsException is not taken for a refusal by rate.',
    breaks: 'SDK-80',
    killedBy: 'retries-throttled-calls',
    mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 429)),
  },
  'gives-up-when-throttled': {
    fault: 'A call that was refused for its rate is not sent again.',
    breaks: 'SDK-80',
    killedBy: 'retries-throttled-calls',
    mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && (answer.status ?? 500) < 500)),
  },
  'gives-up-at-bad-gateways': {
    fault: 'A call that was answered with status 502 is not sent again.',
    breaks: 'SDK-81',
    killedBy: 'retries-server-errors',
    mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 502)),
  },
  'gives-up-when-the-service-fails': {
    fault: 'A call that was answered with a status from 500 is not sent again.',
    breaks: 'SDK-81',
    killedBy: 'retries-server-errors',
    mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && (answer.status ?? 0) >= 500)),
  },
  'repeats-client-faults': {
    fault: 'Every error is answered by sending the call again.',
    breaks: 'SDK-82',
    killedBy: 'does-not-retry-declared-errors',
    mutate: retries((answer, right) => right || answer.type === 'serviceError'),
  },
  'counts-retries-for-attempts': {
    fault: 'A call is sent once more often than it was told to.',
    breaks: 'SDK-83',
    killedBy: 'keeps-to-the-maximum-attempts',
    mutate: (correct) => ({ attemptsOf: (call) => correct.attemptsOf(call) + 1 }),
  },
  'keeps-to-its-own-attempts': {
    fault: 'Every call is sent three times, whatever it was told.',
    breaks: 'SDK-83',
    killedBy: 'keeps-to-the-maximum-attempts',
    mutate: () => ({ attemptsOf: () => 3 }),
  },
  'forgets-the-policy-when-it-repeats': {
    fault: 'What is sent again has no policy.',
    breaks: 'SDK-84',
    killedBy: 'resends-the-same-request',
    mutate: forgetfulAgain,
  },
  'reports-the-first-failure': {
    fault: 'A call whose later attempt succeeded is reported with the error of the first.',
    breaks: 'SDK-85',
    killedBy: 'reports-success-after-a-retry',
    mutate: remembersTheFirst,
  },
  'reports-the-first-error': {
    fault: 'Where every attempt failed, the error of the first is reported.',
    breaks: 'SDK-86',
    killedBy: 'reports-the-last-error',
    mutate: (correct) => ({
      handOn: (answer, call) =>
        answer.type === 'serviceError' && answer.code === 'ThrottledException'
          ? { ...answer, code: 'ThrottlingException', className: 'ThrottlingException' }
          : correct.handOn(answer, call),
    }),
  },
  'does-not-wait': {
    fault: 'A call is sent again at once.',
    breaks: 'SDK-87',
    killedBy: 'waits-before-a-retry',
    mutate: () => ({ waitMs: () => 0 }),
  },
  'gives-up-when-a-connection-is-reset': {
    fault: 'A call whose connection was reset is not sent again.',
    breaks: 'SDK-88',
    killedBy: 'retries-requests-that-were-not-read',
    mutate: retries((answer, right) => right && answer.type !== 'transportError'),
  },
  'gives-up-writes-without-an-answer': {
    fault: 'A write whose connection was reset is not sent again, a read is.',
    breaks: 'SDK-89',
    killedBy: 'retries-requests-that-were-not-answered',
    mutate: retries(
      (answer, right, { operation }) => right && !(answer.type === 'transportError' && operation !== 'GetPolicy'),
    ),
  },
  'repeats-a-put-behind-its-back': {
    fault: 'A put whose connection was reset is sent again below the count of attempts.',
    breaks: 'SDK-90',
    killedBy: 'sends-a-write-once-without-retries',
    mutate: (correct) => ({
      attemptsOf: (call) =>
        call.operation === 'PutPolicy' ? Math.max(2, correct.attemptsOf(call)) : correct.attemptsOf(call),
    }),
  },
  'repeats-denied-calls': {
    fault: 'A call that was denied access is sent again.',
    breaks: 'SDK-94',
    killedBy: 'does-not-retry-client-errors',
    mutate: retries(
      (answer, right) => right || (answer.type === 'serviceError' && answer.code === 'AccessDeniedException'),
    ),
  },
});
