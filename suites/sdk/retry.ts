// Checks on retries: which calls are retried, how often, and which are not.

import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { newestModelRevision, serviceModels } from '../../harness/api/service-model.js';
import type { PolicyOperationName } from '../../harness/catalogue/requirement.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { headerValue, operationOf, readMembers } from '../../harness/sdk/sent-request.js';
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

/** Throttling errors that are in every list of the SDK guide and of the SDKs. */
const throttlingErrors: Readonly<Record<string, number>> = {
  ThrottlingException: 400,
  Throttling: 400,
  ThrottledException: 400,
  RequestThrottledException: 400,
  TooManyRequestsException: 429,
};

const transientStatuses = [500, 502, 503, 504] as const;

/** Common errors caused by the call, which a retry cannot resolve. */
const clientErrors: Readonly<Record<string, number>> = {
  AccessDeniedException: 400,
  UnrecognizedClientException: 403,
  ValidationException: 400,
  UnknownOperationException: 404,
  BrandNewException: 400,
};

function retried(id: string, operation: PolicyOperationName, ...script: Script): SdkInputClass {
  return inputClass(id, scripted(script, callOf(operation, { maxAttempts: 2 })));
}

/** Judges that a call was sent so many times. */
function sentTimes(expected: number, observation: SdkObservation): SdkFinding {
  const { length } = observation.requests;
  if (length === 0) return sentNothing(observation);
  return length === expected ? holds : violated(times(expected), times(length));
}

function times(count: number): string {
  return count === 1 ? 'one request' : `${count} requests`;
}

export function sentTwice(observation: SdkObservation): SdkFinding {
  return sentTimes(2, observation);
}

/** Judges that a call was sent at most as often as its maximum number of attempts. */
function sentAtMost(observation: SdkObservation): SdkFinding {
  const most = callAt(observation, 0)?.maxAttempts ?? 0;
  const { length } = observation.requests;
  if (length === 0) return sentNothing(observation);
  return length <= most ? holds : violated(`at most ${times(most)}`, times(length));
}

/** Whether an error is transient, so that a retry contradicts no source. */
function isTransient(name: string): boolean {
  return name === 'RequestFailedException' || name === 'ConcurrentModificationException';
}

function declaredErrorsWhere(isIncluded: (name: string) => boolean): readonly SdkInputClass[] {
  return operations.flatMap((operation) =>
    declared[operation]
      .filter((name) => isIncluded(name))
      .map((name) => inputClass(`${operation}-${name}`, scripted([failure(name)], callOf(operation)))),
  );
}

export function sentOnce(observation: SdkObservation): SdkFinding {
  return sentTimes(1, observation);
}

/** A connection reset before reading leaves no request, so the next one is judged. */
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
  if (first === undefined || others.length === 0) return unobserved('the call was not retried');
  const summary = (request: typeof first): string =>
    JSON.stringify([
      request.requestLine,
      operationOf(request),
      headerValue(request, 'content-type'),
      readMembers(request),
    ]);
  const other = others.find((request) => summary(request) !== summary(first));
  return other === undefined ? holds : violated(summary(first), summary(other));
}

function succeedsAfterRetry(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length < 2) return unobserved('the call was not retried');
  if (first?.type !== 'ok') return violated('success', first === undefined ? 'nothing' : describeCallAnswer(first));
  const isRead = callAt(observation, 0)?.operation === 'GetPolicy';
  return !isRead || first.output['Policy'] === anotherPolicy
    ? holds
    : violated(`the policy ${anotherPolicy}`, describeCallAnswer(first));
}

function reportsTheLast(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length < 2) return unobserved('the call was not retried');
  return first?.type === 'serviceError' && first.code === 'ThrottledException'
    ? holds
    : violated('the error ThrottledException', first === undefined ? 'nothing' : describeCallAnswer(first));
}

/** The longest gap between an answer and the next request if the client does not wait. */
const noWaitMs = 10;

/**
 * With full jitter a single wait may be arbitrarily short, so several are judged. If waits are uniform up to 50 ms, the
 * shortest maximum of any SDK, a fifth are below the threshold; twelve of sixteen are below it in 3 of a million runs, and
 * for waits up to 100 ms, which are usual, in one of a billion.
 */
function waits({ requests, case: { actions } }: SdkObservation): SdkFinding {
  const gaps = requests.flatMap(({ atMs, previousReplyAtMs }, index) =>
    index % 2 === 1 && previousReplyAtMs !== null ? [atMs - previousReplyAtMs] : [],
  );
  if (requests.length !== 2 * actions.length) return unobserved('not every call was sent twice');
  const short = gaps.filter((gap) => gap < noWaitMs).length;
  return short < (gaps.length * 3) / 4
    ? holds
    : violated('waits before retries', `${short} of ${gaps.length} were retried within ${noWaitMs} ms`);
}

/** An input class of so many calls, each of which fails once. */
const failedInTurn = (count: number): SdkInputClass =>
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

/** The ways in which a write can end. */
const endsOfAWrite: Readonly<Record<string, Script>> = {
  'status-500': [answer(500, ''), success.PutPolicy],
  'status-503': [answer(503, ''), success.PutPolicy],
  throttled: [failure('ThrottlingException'), success.PutPolicy],
  'reset-after-reading': [{ kind: 'reset', when: 'after-reading' }, success.PutPolicy],
  'a-body-cut-short': [answer(200, '{          ', { missingBytes: 10 }), success.PutPolicy],
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
    id: 'sdk-retry/retries-throttled-calls',
    requirement: 'SDK-80',
    title: 'retries a throttled call',
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
    id: 'sdk-retry/retries-server-errors',
    requirement: 'SDK-81',
    title: 'retries a call answered with status 500, 502, 503 or 504',
    needs: ['max-attempts'],
    inputClasses: [
      ...transientStatuses.map((status) => retried(String(status), 'GetPolicy', answer(status, ''), success.GetPolicy)),
      retried('a-put', 'PutPolicy', answer(500, ''), success.PutPolicy),
      retried('a-delete', 'DeletePolicy', answer(503, ''), success.DeletePolicy),
    ],
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/does-not-retry-declared-errors',
    requirement: 'SDK-82',
    title: 'does not retry a call answered with a declared error',
    inputClasses: declaredErrorsWhere((name) => !isTransient(name)),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/does-not-retry-transient-errors',
    requirement: 'SDK-82',
    title: 'does not retry a call answered with a transient error of the model',
    // Both are permitted, so this is only reported.
    level: 'note',
    inputClasses: declaredErrorsWhere((name) => isTransient(name)),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/keeps-to-the-maximum-attempts',
    requirement: 'SDK-83',
    title: 'makes at most the given number of attempts',
    needs: ['max-attempts'],
    inputClasses: upToAttempts,
    judge: sentAtMost,
  },
  {
    id: 'sdk-retry/uses-all-attempts',
    requirement: 'SDK-83',
    title: 'makes the given number of attempts',
    // A client whose retry tokens are exhausted may return the error earlier, so this is only reported.
    level: 'note',
    needs: ['max-attempts'],
    inputClasses: upToAttempts,
    judge: (observation) => sentTimes(callAt(observation, 0)?.maxAttempts ?? 0, observation),
  },
  {
    id: 'sdk-retry/resends-the-same-request',
    requirement: 'SDK-84',
    title: 'sends the same request in a retry',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) => retried(operation, operation, answer(503, ''), success[operation])),
    judge: sendsTheSame,
  },
  {
    id: 'sdk-retry/reports-success-after-a-retry',
    requirement: 'SDK-85',
    title: 'reports success if a later attempt succeeds',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) => retried(operation, operation, answer(500, ''), success[operation])),
    judge: succeedsAfterRetry,
  },
  {
    id: 'sdk-retry/reports-the-last-error',
    requirement: 'SDK-86',
    title: 'reports the last error if every attempt fails',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, failure('ThrottlingException'), failure('ThrottledException')),
    ),
    judge: reportsTheLast,
  },
  {
    id: 'sdk-retry/waits-before-a-retry',
    requirement: 'SDK-87',
    title: 'waits before a retry',
    needs: ['max-attempts'],
    inputClasses: [failedInTurn(16)],
    judge: waits,
  },
  {
    id: 'sdk-retry/retries-requests-that-were-not-read',
    requirement: 'SDK-88',
    title: 'retries a call whose connection was reset before the request was read',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, { kind: 'reset', when: 'before-reading' }, success[operation]),
    ),
    judge: reachesTheService,
  },
  {
    id: 'sdk-retry/retries-requests-that-were-not-answered',
    requirement: 'SDK-89',
    title: 'retries a call whose connection was reset before any answer',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      retried(operation, operation, { kind: 'reset', when: 'after-reading' }, success[operation]),
    ),
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/sends-a-write-once-without-retries',
    requirement: 'SDK-90',
    title: 'sends a write once if only one attempt is allowed',
    needs: ['max-attempts'],
    inputClasses: Object.entries(endsOfAWrite).map(([id, script]) =>
      inputClass(id, scripted(script, callOf('PutPolicy', { maxAttempts: 1 }))),
    ),
    judge: sentOnce,
  },
  {
    id: 'sdk-retry/makes-three-attempts-by-default',
    requirement: 'SDK-91',
    title: 'makes three attempts by default',
    inputClasses: [inputClass('status-500', scripted([answer(500, '')], callOf('GetPolicy')))],
    judge: (observation) => sentTimes(3, observation),
  },
  {
    id: 'sdk-retry/waits-as-long-as-retry-after',
    requirement: 'SDK-92',
    title: 'waits as long as Retry-After says',
    needs: ['max-attempts'],
    inputClasses: [
      retried('one-second', 'GetPolicy', answer(503, '', { headers: { 'Retry-After': '1' } }), success.GetPolicy),
    ],
    judge: waitsAsLongAsTold,
  },
  {
    id: 'sdk-retry/retries-request-timeouts',
    requirement: 'SDK-93',
    title: 'retries a call answered with RequestTimeout',
    needs: ['max-attempts'],
    inputClasses: [
      retried('RequestTimeout', 'GetPolicy', failure('RequestTimeout'), success.GetPolicy),
      retried('RequestTimeoutException', 'GetPolicy', failure('RequestTimeoutException'), success.GetPolicy),
    ],
    judge: sentTwice,
  },
  {
    id: 'sdk-retry/does-not-retry-client-errors',
    requirement: 'SDK-94',
    title: 'does not retry a call answered with an error that the call caused',
    inputClasses: Object.entries(clientErrors).flatMap(([name, status]) =>
      operations.map((operation) =>
        inputClass(`${operation}-${name}`, scripted([failure(name, { status })], callOf(operation))),
      ),
    ),
    judge: sentOnce,
  },
];
