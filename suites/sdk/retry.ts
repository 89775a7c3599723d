// Checks on what is sent again, how often, and what is not.

import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { newestModelRevision, serviceModels } from '../../harness/api/service-model.js';
import type { PolicyOperationName } from '../../harness/catalogue/requirement.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { headerValue, readMembers } from '../../harness/sdk/sent-request.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import type { Script } from '../../harness/api/sdk-case.js';
import {
  answer,
  anotherPolicy,
  callAt,
  callOf,
  failure,
  operations,
  scripted,
  sentNothing,
  inputClass,
  success,
} from './calls.js';

const { errors: declared } = serviceModels[newestModelRevision];

/** Errors that say "not so fast", in every list of the guide and of the SDKs. */
const throttlingErrors: Readonly<Record<string, number>> = {
  ThrottlingException: 400,
  Throttling: 400,
  ThrottledException: 400,
  RequestThrottledException: 400,
  TooManyRequestsException: 429,
};

const passingStatuses = [500, 502, 503, 504] as const;

/** Common errors that blame the call: sending it again cannot help. */
const blamingErrors: Readonly<Record<string, number>> = {
  AccessDeniedException: 400,
  UnrecognizedClientException: 403,
  ValidationException: 400,
  UnknownOperationException: 404,
  BrandNewException: 400,
};

function retried(id: string, operation: PolicyOperationName, ...script: Script): SdkInputClass {
  return inputClass(id, scripted(script, callOf(operation, { maxAttempts: 2 })));
}

/** How often a call may be sent where it is never answered well: as often as was asked for. */
function sentTimes(expected: number, observation: SdkObservation): SdkFinding {
  const { length } = observation.requests;
  if (length === 0) return sentNothing(observation);
  return length === expected ? holds : violated(times(expected), times(length));
}

function times(count: number): string {
  return count === 1 ? 'one request' : `${count} requests`;
}

function sentTwice(observation: SdkObservation): SdkFinding {
  return sentTimes(2, observation);
}

/** The highest number of attempts is a ceiling. */
function sentAtMost(observation: SdkObservation): SdkFinding {
  const most = callAt(observation, 0)?.maxAttempts ?? 0;
  const { length } = observation.requests;
  if (length === 0) return sentNothing(observation);
  return length <= most ? holds : violated(`at most ${times(most)}`, times(length));
}

/** An error that asks for another try: sending the call again contradicts no source. */
function mayPass(name: string): boolean {
  return name === 'RequestFailedException' || name === 'ConcurrentModificationException';
}

function declaredErrorsThat(isMeant: (name: string) => boolean): readonly SdkInputClass[] {
  return operations.flatMap((operation) =>
    declared[operation]
      .filter((name) => isMeant(name))
      .map((name) => inputClass(`${operation}-${name}`, scripted([failure(name)], callOf(operation)))),
  );
}

function sentOnce(observation: SdkObservation): SdkFinding {
  return sentTimes(1, observation);
}

/** A reset before anything was read leaves no request, so what counts is the one after it. */
function reachesTheService(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.connections === 0) return unobserved('no connection was opened');
  if (observation.requests.length === 1 && first?.type === 'ok') return holds;
  return violated(
    'success at the second attempt',
    `${times(observation.requests.length)} read, and ${first === undefined ? 'no answer' : describeCallAnswer(first)}`,
  );
}

function sendsTheSame({ requests }: SdkObservation): SdkFinding {
  const [first, ...others] = requests;
  if (first === undefined || others.length === 0) return unobserved('the call was not sent again');
  const summary = (request: typeof first): string =>
    JSON.stringify([
      request.requestLine,
      headerValue(request, 'x-amz-target'),
      headerValue(request, 'content-type'),
      readMembers(request),
    ]);
  const other = others.find((request) => summary(request) !== summary(first));
  return other === undefined ? holds : violated(summary(first), summary(other));
}

function succeedsAfterAll(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length < 2) return unobserved('the call was not sent again');
  if (first?.type !== 'ok') return violated('success', first === undefined ? 'nothing' : describeCallAnswer(first));
  const isRead = callAt(observation, 0)?.operation === 'GetPolicy';
  return !isRead || first.output['Policy'] === anotherPolicy
    ? holds
    : violated(`the policy ${anotherPolicy}`, describeCallAnswer(first));
}

function reportsTheLast(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length < 2) return unobserved('the call was not sent again');
  return first?.type === 'serviceError' && first.code === 'ThrottledException'
    ? holds
    : violated('the error ThrottledException', first === undefined ? 'nothing' : describeCallAnswer(first));
}

/** What passes between an answer and the next request where nobody waits, with some room. */
const noWaitMs = 10;

/**
 * Full jitter lets a wait be as short as it likes, so that one says nothing. Of waits drawn evenly up to 50 ms, the
 * shortest first wait of any SDK, a fifth is so short; that twelve of sixteen are comes three times in a million runs, and
 * for waits up to 100 ms, which is usual, once in a billion.
 */
function waits({ requests, case: { actions } }: SdkObservation): SdkFinding {
  const gaps = requests.flatMap(({ atMs, previousReplyAtMs }, index) =>
    index % 2 === 1 && previousReplyAtMs !== null ? [atMs - previousReplyAtMs] : [],
  );
  if (requests.length !== 2 * actions.length) return unobserved('not every call was sent twice');
  const hasty = gaps.filter((gap) => gap < noWaitMs).length;
  return hasty < (gaps.length * 3) / 4
    ? holds
    : violated(
        'waits before requests are sent again',
        `${hasty} of ${gaps.length} were sent again within ${noWaitMs} ms`,
      );
}

/** Calls of their own, each refused once, on one service. */
const refusedInTurn = (count: number): SdkInputClass =>
  inputClass(
    'each-refused-once',
    scripted(alternating(count), ...Array.from({ length: count }, () => callOf('GetPolicy', { maxAttempts: 2 }))),
  );

function alternating(count: number): Script {
  const rest = Array.from({ length: count }, (_each, index) => index).flatMap((index) =>
    index === 0 ? [success.GetPolicy] : [answer(500, ''), success.GetPolicy],
  );
  return [answer(500, ''), ...rest];
}

const upToAttempts: readonly SdkInputClass[] = [1, 2, 3].map((maxAttempts) =>
  inputClass(`attempts-${maxAttempts}`, scripted([answer(503, '')], callOf('GetPolicy', { maxAttempts }))),
);

/** Whatever becomes of a change, it was sent once. */
const fatesOfAChange: Readonly<Record<string, Script>> = {
  'status-500': [answer(500, ''), success.PutPolicy],
  'status-503': [answer(503, ''), success.PutPolicy],
  throttled: [failure('ThrottlingException'), success.PutPolicy],
  'reset-after-reading': [{ kind: 'reset', when: 'after-reading' }, success.PutPolicy],
  'a-body-cut-short': [answer(200, '{', { missingBytes: 10 }), success.PutPolicy],
};

const retryAfterMs = 1_000;

function waitsAsLongAsTold({ requests }: SdkObservation): SdkFinding {
  const [, second] = requests;
  if (second?.previousReplyAtMs === undefined || second.previousReplyAtMs === null) {
    return violated('a second request', times(requests.length));
  }
  const gap = second.atMs - second.previousReplyAtMs;
  return gap >= retryAfterMs - noWaitMs ? holds : violated(`a wait of ${retryAfterMs} ms`, 'a shorter one');
}

export const retryChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-retry/repeats-what-was-throttled',
    requirement: 'SDK-80',
    title: 'sends a call again that was refused for its rate',
    needs: ['max-attempts'],
    inputClasses: [
      ...Object.entries(throttlingErrors).map(([name, status]) =>
        retried(name, 'GetPolicy', failure(name, { status }), success.GetPolicy),
      ),
      retried('a-put', 'PutPolicy', failure('ThrottlingException'), success.PutPolicy),
      retried('a-delete', 'DeletePolicy', failure('ThrottlingException'), success.DeletePolicy),
    ],
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/repeats-what-the-service-failed-at',
    requirement: 'SDK-81',
    title: 'sends a call again that was answered with status 500, 502, 503 or 504',
    needs: ['max-attempts'],
    inputClasses: [
      ...passingStatuses.map((status) => retried(String(status), 'GetPolicy', answer(status, ''), success.GetPolicy)),
      retried('a-put', 'PutPolicy', answer(500, ''), success.PutPolicy),
      retried('a-delete', 'DeletePolicy', answer(503, ''), success.DeletePolicy),
    ],
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/does-not-repeat-declared-errors',
    requirement: 'SDK-82',
    title: 'does not send a call again that was answered with a declared error',
    inputClasses: declaredErrorsThat((name) => !mayPass(name)),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/does-not-repeat-what-may-pass',
    requirement: 'SDK-82',
    title: 'does not send a call again that was answered with an error of the model that may pass',
    // Either is right, so that it is only told.
    level: 'note',
    inputClasses: declaredErrorsThat((name) => mayPass(name)),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/keeps-to-the-attempts-it-was-given',
    requirement: 'SDK-83',
    title: 'sends a call no more often than it was told to',
    needs: ['max-attempts'],
    inputClasses: upToAttempts,
    judge: sentAtMost,
  },
  {
    id: 'sdk-retry/uses-the-attempts-it-was-given',
    requirement: 'SDK-83',
    title: 'sends a call as often as it was told to',
    // A client whose tokens are exhausted returns the error without another try, so that it is only told.
    level: 'note',
    needs: ['max-attempts'],
    inputClasses: upToAttempts,
    judge: (observation) => sentTimes(callAt(observation, 0)?.maxAttempts ?? 0, observation),
  },
  {
    id: 'sdk-retry/repeats-the-same-request',
    requirement: 'SDK-84',
    title: 'sends the same request again',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) => retried(operation, operation, answer(503, ''), success[operation])),
    judge: sendsTheSame,
  },
  {
    id: 'sdk-retry/succeeds-after-all',
    requirement: 'SDK-85',
    title: 'reports success where a later attempt succeeded',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) => retried(operation, operation, answer(500, ''), success[operation])),
    judge: succeedsAfterAll,
  },
  {
    id: 'sdk-retry/reports-the-last-error',
    requirement: 'SDK-86',
    title: 'reports the last error where every attempt failed',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, failure('ThrottlingException'), failure('ThrottledException')),
    ),
    judge: reportsTheLast,
  },
  {
    id: 'sdk-retry/waits-before-it-repeats',
    requirement: 'SDK-87',
    title: 'waits before it sends a call again',
    needs: ['max-attempts'],
    inputClasses: [refusedInTurn(16)],
    judge: waits,
  },
  {
    id: 'sdk-retry/repeats-what-was-never-read',
    requirement: 'SDK-88',
    title: 'sends a call again whose connection was reset before it was read',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, { kind: 'reset', when: 'before-reading' }, success[operation]),
    ),
    judge: reachesTheService,
  },
  {
    id: 'sdk-retry/repeats-what-was-not-answered',
    requirement: 'SDK-89',
    title: 'sends a call again whose connection was reset before any answer',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, { kind: 'reset', when: 'after-reading' }, success[operation]),
    ),
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/sends-a-change-once-without-retries',
    requirement: 'SDK-90',
    title: 'sends a change once where it has one attempt',
    needs: ['max-attempts'],
    inputClasses: Object.entries(fatesOfAChange).map(([id, script]) =>
      inputClass(id, scripted(script, callOf('PutPolicy', { maxAttempts: 1 }))),
    ),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/tries-three-times',
    requirement: 'SDK-91',
    title: 'sends a call that keeps failing three times by default',
    inputClasses: [inputClass('status-500', scripted([answer(500, '')], callOf('GetPolicy')))],
    judge: (observation) => sentTimes(3, observation),
  },
  {
    id: 'sdk-retry/waits-as-long-as-told',
    requirement: 'SDK-92',
    title: 'waits for as long as Retry-After says',
    needs: ['max-attempts'],
    inputClasses: [
      retried('one-second', 'GetPolicy', answer(503, '', { headers: { 'Retry-After': '1' } }), success.GetPolicy),
    ],
    judge: waitsAsLongAsTold,
  },
  {
    id: 'sdk-retry/repeats-what-timed-out-at-the-service',
    requirement: 'SDK-93',
    title: 'sends a call again that was answered with RequestTimeout',
    needs: ['max-attempts'],
    inputClasses: [
      retried('RequestTimeout', 'GetPolicy', failure('RequestTimeout'), success.GetPolicy),
      retried('RequestTimeoutException', 'GetPolicy', failure('RequestTimeoutException'), success.GetPolicy),
    ],
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/does-not-repeat-what-blames-the-call',
    requirement: 'SDK-94',
    title: 'does not send a call again that was refused for what it is',
    inputClasses: Object.entries(blamingErrors).flatMap(([name, status]) =>
      operations.map((operation) =>
        inputClass(`${operation}-${name}`, scripted([failure(name, { status })], callOf(operation))),
      ),
    ),
    judge: sentOnce,
  },
];
