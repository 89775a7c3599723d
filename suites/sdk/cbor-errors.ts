// Checks on how a client that speaks RPC v2 CBOR reports errors: by __type alone, and by the status if the body is broken.

import type { CborItem } from '../../harness/api/cbor/cbor-item.js';
import { shapeNamespace } from '../../harness/api/protocol.js';
import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import { returnsNoPolicy } from './answers.js';
import {
  answer,
  anotherPolicy,
  callOf,
  failure,
  inputClass,
  messageOf,
  operations,
  page,
  policyIn,
  scripted,
  success,
  type Answer,
} from './calls.js';
import { declared, failing, hasAType, hasTheMessage, named, scriptedName } from './errors.js';
import { sentOnce, sentTwice } from './retry.js';

/** The name that counts in the answers below, and another that does not. */
const expectedName = 'InvalidStateException';
const otherName = 'InvalidArnException';

/** An error with these members, all texts, in this order. */
function errorOf(members: Readonly<Record<string, string>>, headers: Answer['headers'] = {}, status = 400): Answer {
  const map = Object.entries(members).map(([name, value]) => [{ text: name }, { text: value }] as const);
  return answer(status, { cbor: { map } }, { headers });
}

const qualified = `${shapeNamespace}#${expectedName}`;
const otherHeader = { 'x-amzn-errortype': otherName };
const message = messageOf(expectedName);

/** The name is in __type, whatever else is there. */
const namedByType: Readonly<Record<string, Answer>> = {
  'in-its-namespace': errorOf({ __type: qualified, message }),
  'in-the-namespace-of-a-framework': errorOf({ __type: `com.amazon.coral.validate#${expectedName}`, message }),
  'in-a-namespace-with-a-version': errorOf({ __type: `com.amazonaws.other.v2010_08_01#${expectedName}`, message }),
  'beside-another-header': errorOf({ __type: qualified, message }, otherHeader),
  'beside-another-code': errorOf({ code: otherName, Code: otherName, __type: qualified, message }),
};

/** Nothing names the error. */
const namedByNothing: Readonly<Record<string, Answer>> = {
  'the-header-alone': errorOf({ message }, otherHeader),
  'code-alone': errorOf({ code: otherName, message }),
  'Code-alone': errorOf({ Code: otherName, message }),
};

/** A failure, and not one by this name. */
function isNoError({ requests, answers: [first] }: SdkObservation, name: string): SdkFinding {
  if (requests.length === 0 || first === undefined) return unobserved('no request was sent');
  const isWrong = first.type === 'ok' || (first.type === 'serviceError' && first.code === name);
  return isWrong ? violated(`a failure that is not called ${name}`, describeCallAnswer(first)) : holds;
}

/** Every error of the model, with a message or without one. */
function modelledErrors(members: (name: string) => Readonly<Record<string, string>>): readonly SdkInputClass[] {
  return operations.flatMap((operation) =>
    declared[operation].map((name) =>
      failing(`${operation}-${name}`, [answer(400, { error: name, members: members(name) })], operation),
    ),
  );
}

const withAndWithoutMessage: readonly SdkInputClass[] = [
  ...modelledErrors((name) => ({ message: messageOf(name) })),
  ...modelledErrors(() => ({})).map((each) => ({ ...each, id: `${each.id}-without-a-message` })),
];

/** Answers to a request in CBOR that are not in its protocol. */
const foreign: Readonly<Record<string, Answer['headers']>> = {
  'without-the-header': { 'Smithy-Protocol': null },
  'of-rpc-v2-json': { 'Smithy-Protocol': 'rpc-v2-json' },
};

function takesNothing(observation: SdkObservation): SdkFinding {
  const [reply] = observation.case.script;
  return reply.kind === 'answer' && reply.status === 200
    ? returnsNoPolicy(observation)
    : isNoError(observation, expectedName);
}

/** Bodies of errors from which nothing can be read. */
const brokenBodies: Readonly<Record<string, CborItem | undefined>> = {
  'an-empty-body': undefined,
  'an-empty-map': { map: [] },
  'a-cut-map': { item: { map: [[{ text: '__type' }, { text: qualified }]] }, withoutLast: 3 },
};

function brokenErrors(status: number): Readonly<Record<string, Answer>> {
  const ofCbor = Object.entries(brokenBodies).map(([id, cbor]) => [
    id,
    answer(status, cbor === undefined ? '' : { cbor }),
  ]);
  return {
    ...Object.fromEntries(ofCbor),
    json: answer(status, JSON.stringify({ __type: expectedName, message })),
    'a-page': page(status),
  };
}

/** Whether the call failed by the answer and not by a fault of the client; a status is told if the client tells any. */
function failsWithItsStatus({ requests, answers: [first], case: { script } }: SdkObservation): SdkFinding {
  const [reply] = script;
  const status = reply.kind === 'answer' ? reply.status : 0;
  if (requests.length === 0 || first === undefined) return unobserved('no request was sent');
  const expected = [`an error with status ${status}`, 'an answer that could not be read'];
  if (first.type === 'serviceError' && (first.status ?? status) === status) return holds;
  const isOfTheAnswer =
    first.type === 'transportError' && (first.cause === 'answer' || first.message.includes(String(status)));
  return isOfTheAnswer ? holds : violated(expected, describeCallAnswer(first));
}

export const cborErrorChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-cbor/reads-names-from-the-type',
    requirement: 'SDK-140',
    title: 'reads the error name from __type, after the #, whatever else is there',
    inputClasses: Object.entries(namedByType).map(([id, reply]) => failing(id, [reply])),
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-cbor/reads-names-from-nothing-else',
    requirement: 'SDK-140',
    title: 'reads the error name neither from the header x-amzn-errortype nor from a code',
    inputClasses: Object.entries(namedByNothing).map(([id, reply]) => failing(id, [reply])),
    judge: (observation) => isNoError(observation, otherName),
  },
  {
    id: 'sdk-cbor/reports-modelled-errors-by-name',
    requirement: 'SDK-141',
    title: 'reports every error of the model by name, with a message or without one',
    inputClasses: withAndWithoutMessage,
    judge: named(scriptedName),
  },
  {
    id: 'sdk-cbor/has-a-type-for-every-modelled-error',
    requirement: 'SDK-141',
    title: 'has a type of its own for every error of the model, with a message or without one',
    inputClasses: withAndWithoutMessage,
    judge: hasAType,
  },
  {
    id: 'sdk-cbor/reads-names-without-a-namespace',
    requirement: 'SDK-141',
    title: 'reads the error name from a __type without a namespace',
    // The protocol demands the namespace of a service, and says nothing of its absence to a client.
    level: 'note',
    inputClasses: [failing('a-bare-name', [errorOf({ __type: expectedName, message })])],
    judge: named(() => expectedName),
  },
  {
    id: 'sdk-cbor/reads-messages-in-either-case',
    requirement: 'SDK-141',
    title: 'reports a message whose member is named Message',
    // The model has it in lower case.
    level: 'note',
    inputClasses: [failing('Message', [answer(400, { error: expectedName, members: { Message: message } })])],
    judge: hasTheMessage,
  },
  {
    id: 'sdk-cbor/takes-nothing-from-foreign-answers',
    requirement: 'SDK-142',
    title: 'takes neither a policy nor the name of an error from an answer in another protocol',
    needs: ['max-attempts'],
    inputClasses: Object.entries(foreign).flatMap(([id, headers]) => [
      inputClass(`a-policy-${id}`, {
        script: [{ ...policyIn(anotherPolicy), headers }],
        actions: [callOf('GetPolicy', { maxAttempts: 1 })],
      }),
      inputClass(`an-error-${id}`, {
        script: [failure(expectedName, { headers })],
        actions: [callOf('GetPolicy', { maxAttempts: 1 })],
      }),
    ]),
    judge: takesNothing,
  },
  {
    id: 'sdk-cbor/reports-broken-errors-as-failures',
    requirement: 'SDK-143',
    title: 'reports a broken error answer as a failure with its status',
    needs: ['max-attempts'],
    inputClasses: [400, 502].flatMap((status) =>
      Object.entries(brokenErrors(status)).map(([id, reply]) =>
        inputClass(`${status}-${id}`, { script: [reply], actions: [callOf('GetPolicy', { maxAttempts: 1 })] }),
      ),
    ),
    judge: failsWithItsStatus,
  },
  {
    id: 'sdk-cbor/retries-broken-server-errors',
    requirement: 'SDK-143',
    title: 'retries a call answered with status 502 and a broken body',
    needs: ['max-attempts'],
    inputClasses: Object.entries(brokenErrors(502)).map(([id, reply]) =>
      inputClass(id, scripted([reply, success.GetPolicy], callOf('GetPolicy', { maxAttempts: 2 }))),
    ),
    judge: sentTwice,
  },
  {
    id: 'sdk-cbor/does-not-retry-broken-client-errors',
    requirement: 'SDK-143',
    title: 'does not retry a call answered with status 400 and a broken body',
    needs: ['max-attempts'],
    inputClasses: Object.entries(brokenErrors(400)).map(([id, reply]) =>
      inputClass(id, scripted([reply, success.GetPolicy], callOf('GetPolicy', { maxAttempts: 2 }))),
    ),
    judge: sentOnce,
  },
  {
    id: 'sdk-cbor/ignores-errors-of-queries',
    requirement: 'SDK-147',
    title: 'ignores the header x-amzn-query-error',
    inputClasses: [
      failing('beside-a-type', [
        errorOf({ __type: qualified, message }, { 'x-amzn-query-error': `${otherName};Sender` }),
      ]),
    ],
    judge: named(() => expectedName),
  },
];
