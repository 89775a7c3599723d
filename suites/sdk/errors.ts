// Checks on how the client reports errors of the service: name, type, message, status and request id.

import type { CallAnswer } from '../../harness/api/driver.js';
import type { ScriptedBody, SdkObservation } from '../../harness/api/sdk-case.js';
import { newestModelRevision, serviceModels } from '../../harness/api/service-model.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import {
  allOf,
  holds,
  holdsWithNote,
  type SdkFinding,
  unobserved,
  unsupported,
  violated,
} from '../../harness/sdk/finding.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import { answer, callOf, failure, messageOf, operations, inputClass, page, type Answer } from './calls.js';

type ServiceError = CallAnswer & { readonly type: 'serviceError' };

export const { errors: declared } = serviceModels[newestModelRevision];

/** An input class for every declared error: 7 of PutPolicy, 4 of GetPolicy, 6 of DeletePolicy. */
const declaredErrors: readonly SdkInputClass[] = operations.flatMap((operation) =>
  declared[operation].map((name) => failing(`${operation}-${name}`, [failure(name)], operation)),
);

/**
 * All declared errors of an operation in turn, so that the client's reports can be compared. Each call has one attempt,
 * because a client may retry a transient error and would then receive the next one.
 */
const errorsInTurn: readonly SdkInputClass[] = operations.map((operation) => {
  const names = declared[operation];
  const [first = '', ...rest] = names;
  return inputClass(operation, {
    script: [withRequestId(first, 0), ...rest.map((name, index) => withRequestId(name, index + 1))],
    actions: names.map(() => callOf(operation, { maxAttempts: 1 })),
  });
});

function withRequestId(name: string, index: number): Answer {
  return failure(name, { headers: { 'x-amzn-RequestId': requestIdAt(index) } });
}

function requestIdAt(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

export function failing(
  id: string,
  [reply]: readonly [Answer],
  operation: (typeof operations)[number] = 'DeletePolicy',
): SdkInputClass {
  return inputClass(id, {
    script: [reply],
    actions: [callOf(operation, reply.status >= 500 ? { maxAttempts: 1 } : {})],
  });
}

/** The name of the error in every form below. */
const expectedName = 'InvalidStateException';

/** An input class for one form of the same error. */
function form(
  id: string,
  body: ScriptedBody,
  headers: Readonly<Record<string, string>> = {},
  status = 400,
): SdkInputClass {
  return failing(id, [answer(status, body, { headers })]);
}

/** Judges the error with which the call ended. */
function withError(observation: SdkObservation, judge: (error: ServiceError) => SdkFinding): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length === 0) return unobserved('no request was sent, so no error was returned');
  if (first === undefined) return unobserved('the driver received no call');
  return first.type === 'serviceError' ? judge(first) : violated('an error of the service', describeCallAnswer(first));
}

export function named(expected: (observation: SdkObservation) => string) {
  return (observation: SdkObservation): SdkFinding =>
    withError(observation, ({ code }) =>
      code === expected(observation) ? holds : violated(`the name ${expected(observation)}`, code ?? 'no name'),
    );
}

/** The error name in the first answer of the script. */
export function scriptedName({ case: { script } }: SdkObservation): string {
  const [reply] = script;
  return reply.kind === 'answer' && typeof reply.body !== 'string' && 'error' in reply.body ? reply.body.error : '';
}

/** Whether a class is specific to the error: it has the same name, in the convention of any language. */
function isClassOf(className: string, name: string): boolean {
  return bareName(className) === bareName(name);
}

function bareName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]|exception|error|fault/g, '');
}

export function hasAType(observation: SdkObservation): SdkFinding {
  const name = scriptedName(observation);
  return withError(observation, ({ className }) => {
    if (className === null) return unsupported('the client has no types for errors');
    return isClassOf(className, name) ? holds : violated(`the type ${name}`, className);
  });
}

export function hasTheMessage(observation: SdkObservation): SdkFinding {
  const message = messageOf(scriptedName(observation));
  return withError(observation, (error) =>
    error.message?.includes(message) === true
      ? holds
      : violated(`the message ${message}`, error.message === null ? 'none' : `the message ${error.message}`),
  );
}

/** Judges a property of each error: the client has to report it correctly for all errors, or for none. */
function reportsConsistently(
  observation: SdkObservation,
  what: string,
  told: (error: ServiceError) => string | null,
  expected: (index: number) => string,
): SdkFinding {
  const errors = observation.answers.filter((each): each is ServiceError => each.type === 'serviceError');
  if (errors.length < observation.answers.length)
    return unobserved('not every call ended with an error of the service');
  if (errors.every((error) => told(error) === null)) return unsupported(`the client reports no ${what} of an error`);
  return allOf(
    errors.map((error, index) =>
      told(error) === expected(index)
        ? holds
        : violated(
            `the ${what} ${expected(index)}`,
            told(error) ?? `no ${what}, although it reports that of other errors`,
          ),
    ),
  );
}

function isNoSuccess(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length === 0) return unobserved('no request was sent');
  return first === undefined || first.type === 'ok'
    ? violated('a failure', first === undefined ? 'nothing' : describeCallAnswer(first))
    : holds;
}

const commonErrors: Readonly<Record<string, number>> = {
  AccessDeniedException: 400,
  ExpiredTokenException: 403,
  IncompleteSignature: 403,
  InternalFailure: 500,
  MalformedHttpRequestException: 400,
  NotAuthorized: 401,
  OptInRequired: 403,
  RequestAbortedException: 400,
  RequestEntityTooLargeException: 413,
  RequestExpired: 400,
  RequestTimeoutException: 408,
  ServiceUnavailable: 503,
  ThrottlingException: 400,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
  ValidationError: 400,
  ValidationException: 400,
};

/** The error with members that the model does not define, before the message and after it. */
function withMembers(unknown: Readonly<Record<string, unknown>>): ScriptedBody {
  const message = messageOf(expectedName);
  return { error: expectedName, members: { before: 'x', ...unknown, message, after: unknown } };
}

const named400 = { __type: expectedName, message: messageOf(expectedName) };
const address = 'http://internal.amazon.com/coral/com.amazonaws.acmpca/';
const mentioned = JSON.stringify({ message: messageOf(expectedName) });

export const errorChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-errors/reports-declared-errors-by-name',
    requirement: 'SDK-40',
    title: 'reports every declared error by name',
    inputClasses: declaredErrors,
    judge: named(scriptedName),
  },
  {
    id: 'sdk-errors/has-a-type-for-every-declared-error',
    requirement: 'SDK-41',
    title: 'has a type of its own for every declared error',
    inputClasses: declaredErrors,
    judge: hasAType,
  },
  {
    id: 'sdk-errors/reports-the-message',
    requirement: 'SDK-42',
    title: 'reports the message of every declared error',
    inputClasses: declaredErrors,
    judge: hasTheMessage,
  },
  {
    id: 'sdk-errors/reports-the-status',
    requirement: 'SDK-43',
    title: 'reports the HTTP status of an error correctly, if it reports any',
    inputClasses: errorsInTurn,
    judge: (observation) =>
      reportsConsistently(
        observation,
        'status',
        ({ status }) => (status === null ? null : String(status)),
        () => '400',
      ),
  },
  {
    id: 'sdk-errors/reports-the-request-id',
    requirement: 'SDK-44',
    title: 'reports the request id of the answer for every error, or for none',
    inputClasses: errorsInTurn,
    judge: (observation) => reportsConsistently(observation, 'request id', ({ requestId }) => requestId, requestIdAt),
  },
  {
    id: 'sdk-errors/reads-names-with-a-namespace',
    requirement: 'SDK-45',
    title: 'reads the error name from a __type with a namespace prefix',
    inputClasses: [
      form('a-namespace-before', JSON.stringify({ ...named400, __type: `com.amazonaws.acmpca#${expectedName}` })),
      form(
        'both',
        JSON.stringify({ ...named400, __type: `com.amazonaws.acmpca#${expectedName}:http://internal.amazon.com/` }),
      ),
    ],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-errors/reads-names-with-a-url',
    requirement: 'SDK-45',
    title: 'reads the error name from a __type with a URL suffix, or keeps the suffix',
    // Clients should remove the suffix, but need not.
    level: 'any-of',
    inputClasses: [form('an-address-after', JSON.stringify({ ...named400, __type: `${expectedName}:${address}` }))],
    judge: (observation) =>
      withError(observation, ({ code }) => {
        if (code === expectedName) return holds;
        return code === `${expectedName}:${address}`
          ? holdsWithNote('the URL stays in the name; it should be removed')
          : violated([`the name ${expectedName}`, 'the same with the URL suffix'], code ?? 'no name');
      }),
  },
  {
    id: 'sdk-errors/reads-names-from-the-header',
    requirement: 'SDK-46',
    title: 'reads the error name from X-Amzn-Errortype',
    inputClasses: [
      form('the-header-alone', mentioned, { 'x-amzn-ErrorType': expectedName }),
      form('with-an-address', mentioned, { 'x-amzn-ErrorType': `${expectedName}:http://internal.amazon.com/coral/` }),
      form('with-a-namespace-and-an-address', mentioned, {
        'X-Amzn-Errortype': `com.amazonaws.acmpca#${expectedName}:http://internal.amazon.com/coral/`,
      }),
      form('beside-an-empty-object', '{}', { 'x-amzn-errortype': expectedName }),
      form('without-a-body', '', { 'x-amzn-errortype': expectedName }),
    ],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-errors/reads-names-from-the-code',
    requirement: 'SDK-47',
    title: 'reads the error name from the member code',
    inputClasses: [
      form('a-plain-code', JSON.stringify({ code: expectedName, message: messageOf(expectedName) })),
      form('a-code-with-a-namespace', JSON.stringify({ code: `com.amazonaws.acmpca#${expectedName}`, message: 'no' })),
      form('a-code-with-more', JSON.stringify({ code: `com.amazonaws.acmpca#${expectedName}:http://amazon.com/` })),
    ],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-errors/reads-messages-in-either-case',
    requirement: 'SDK-48',
    title: 'reports a message whose member is named Message',
    inputClasses: [form('Message', JSON.stringify({ __type: expectedName, Message: messageOf(expectedName) }))],
    judge: (observation) =>
      withError(observation, ({ message }) =>
        message?.includes(messageOf(expectedName)) === true ? holds : violated('the message', message ?? 'none'),
      ),
  },
  {
    id: 'sdk-errors/reports-unknown-errors-by-name',
    requirement: 'SDK-49',
    title: 'reports an unknown error by name',
    inputClasses: [
      failing('of-no-model', [failure('BrandNewException')], 'PutPolicy'),
      failing('of-another-operation', [failure('InvalidPolicyException')], 'GetPolicy'),
      failing('of-status-418', [failure('TeapotException', { status: 418 })], 'DeletePolicy'),
    ],
    judge: named(scriptedName),
  },
  {
    id: 'sdk-errors/reports-common-errors-by-name',
    requirement: 'SDK-50',
    title: 'reports the errors common to all operations by name',
    needs: ['max-attempts'],
    inputClasses: Object.entries(commonErrors).map(([name, status]) =>
      inputClass(name, { script: [failure(name, { status })], actions: [callOf('GetPolicy', { maxAttempts: 1 })] }),
    ),
    judge: named(scriptedName),
  },
  {
    id: 'sdk-errors/reports-errors-without-a-message',
    requirement: 'SDK-51',
    title: 'reports an error without a message by name',
    inputClasses: [
      form('no-message', JSON.stringify({ __type: expectedName })),
      form('a-message-of-null', JSON.stringify({ __type: expectedName, message: null })),
      form('an-empty-message', JSON.stringify({ __type: expectedName, message: '' })),
    ],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-errors/reports-error-statuses-as-failures',
    requirement: 'SDK-52',
    title: 'reports every answer with a status of 400 or above as a failure',
    needs: ['max-attempts'],
    inputClasses: operations.flatMap((operation) =>
      (
        [
          ['400-without-a-name', answer(400, { members: {} })],
          ['400-without-a-body', answer(400, '')],
          ['403-of-a-proxy', page(403)],
          ['404-with-a-policy', answer(404, { members: { Policy: '{}' } })],
          ['500-without-a-body', answer(500, '')],
        ] as const
      ).map(([id, reply]) =>
        inputClass(`${operation}-${id}`, { script: [reply], actions: [callOf(operation, { maxAttempts: 1 })] }),
      ),
    ),
    judge: isNoSuccess,
  },
  {
    id: 'sdk-errors/ignores-unknown-members',
    requirement: 'SDK-53',
    title: 'ignores unknown members of an error',
    inputClasses: [
      form('more-members', withMembers({ fault: 'client', retryable: true, detail: { a: [1, null] } })),
      form('a-type-within', withMembers({ details: [{ __type: 'com.amazonaws.acmpca#ErrorDetails' }] })),
      form('other-members', withMembers({ reason: 'x', ResourceArn: 'arn', Policy: '{}' })),
    ],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-errors/identifies-errors-by-name',
    requirement: 'SDK-54',
    title: 'identifies an error by its name, not by its status',
    inputClasses: [
      failing('not-found-with-400', [failure('ResourceNotFoundException')], 'GetPolicy'),
      failing('not-found-with-404', [failure('ResourceNotFoundException', { status: 404 })], 'GetPolicy'),
      failing('conflict-with-409', [failure('ConcurrentModificationException', { status: 409 })], 'PutPolicy'),
      failing('invalid-state-with-404', [failure('InvalidStateException', { status: 404 })], 'GetPolicy'),
    ],
    judge: named(scriptedName),
  },
];
