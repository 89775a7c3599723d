// Checks on how the client reads answers: valid ones in every form, and broken ones.

import type { CallAnswer } from '../../harness/api/driver.js';
import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { policyCharacterClasses, policySpellings, policyWhiteSpace } from '../../generators/sdk-inputs.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { allOf, holds, unobserved, unsupported, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import {
  anotherPolicy,
  answer,
  callOf,
  firstAnswer,
  operations,
  inputClass,
  page,
  policyIn,
  scriptedMembers,
  success,
  type Answer,
} from './calls.js';
import { textsDiffer } from './text-difference.js';

const writes = ['PutPolicy', 'DeletePolicy'] as const;

/** Judges the answer to a call; unobserved if no request was sent. */
export function answered(observation: SdkObservation, judge: (answer: CallAnswer) => SdkFinding): SdkFinding {
  return observation.requests.length === 0 ? unobserved('no request was sent') : firstAnswer(observation, judge);
}

export function succeedsWithout(observation: SdkObservation): SdkFinding {
  return answered(observation, (each) =>
    each.type === 'ok' && Object.keys(each.output).length === 0
      ? holds
      : violated('success without members', describeCallAnswer(each)),
  );
}

/** Whether the client returned this policy. */
export function policyIs(answerAt: CallAnswer | undefined, policy: string): SdkFinding {
  if (answerAt?.type !== 'ok')
    return violated('success', answerAt === undefined ? 'nothing' : describeCallAnswer(answerAt));
  const { Policy: returned } = answerAt.output;
  if (returned === policy) return holds;
  return typeof returned === 'string'
    ? textsDiffer('Policy', policy, returned)
    : violated('a policy that is a string', returned === undefined ? 'no policy' : `a ${typeof returned}`);
}

/** The policy of the scripted answer, which may be written in JSON. */
function scriptedPolicy(observation: SdkObservation): string {
  const [reply] = observation.case.script;
  const isText = reply.kind === 'answer' && typeof reply.body === 'string';
  const members: Readonly<Record<string, unknown>> = isText ? JSON.parse(reply.body) : scriptedMembers(observation);
  return String(members['Policy']);
}

function returnsThePolicy(observation: SdkObservation): SdkFinding {
  return answered(observation, (each) => policyIs(each, scriptedPolicy(observation)));
}

export function returnsNoPolicy(observation: SdkObservation): SdkFinding {
  return answered(observation, (each) =>
    each.type === 'ok' && each.output['Policy'] !== undefined
      ? violated(['success without a policy', 'a failure'], describeCallAnswer(each))
      : holds,
  );
}

export function succeedsWithoutPolicy(observation: SdkObservation): SdkFinding {
  return answered(observation, (each) =>
    each.type === 'ok' && (each.output['Policy'] ?? null) === null
      ? holds
      : violated('success without a policy', describeCallAnswer(each)),
  );
}

export function fails(observation: SdkObservation): SdkFinding {
  return answered(observation, (each) =>
    each.type === 'ok' ? violated('a failure', describeCallAnswer(each)) : holds,
  );
}

export function reading(id: string, reply: Answer, maxAttempts?: number): SdkInputClass {
  return inputClass(id, {
    script: [reply],
    actions: [callOf('GetPolicy', maxAttempts === undefined ? {} : { maxAttempts })],
  });
}

/** An answer with every character of the policy escaped. */
function escaped(policy: string): string {
  const units = [...policy].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `{"Policy":"${units.join('')}"}`;
}

const whole = JSON.stringify({ Policy: anotherPolicy });

const brokenAnswers: readonly SdkInputClass[] = [
  reading('in-the-policy', answer(200, whole.slice(0, 20)), 1),
  reading('before-the-last-brace', answer(200, whole.slice(0, -1)), 1),
];

const requestId = '6f1d2c3b-0000-4000-8000-00000000000a';

/** An error whose request id is in a header with this spelling. */
function requestIdIn(header: string): Answer {
  return {
    kind: 'answer',
    status: 400,
    headers: { [header]: requestId },
    body: { error: 'InvalidArnException', members: { message: 'no' } },
  };
}

function readsEveryCase({ answers }: SdkObservation): SdkFinding {
  const told = answers.map((each) => (each.type === 'serviceError' ? each.requestId : undefined));
  if (told.includes(undefined)) return unobserved('not every call ended with an error of the service');
  if (told.every((id) => id === null)) return unsupported('the client reports no request id of an error');
  const missed = told.filter((id) => id !== requestId).length;
  return missed === 0
    ? holds
    : violated(`the request id ${requestId} of each answer`, `none, or another, of ${missed}`);
}

export const answerChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-answers/accepts-an-empty-body',
    requirement: 'SDK-60',
    title: 'accepts an empty body as the success of an operation without output',
    inputClasses: writes.map((operation) =>
      inputClass(operation, { script: [answer(200, '')], actions: [callOf(operation)] }),
    ),
    judge: succeedsWithout,
  },
  {
    id: 'sdk-answers/accepts-an-empty-object',
    requirement: 'SDK-61',
    title: 'accepts {} as the success of an operation without output',
    inputClasses: writes.map((operation) =>
      inputClass(operation, { script: [answer(200, '{}')], actions: [callOf(operation)] }),
    ),
    judge: succeedsWithout,
  },
  {
    id: 'sdk-answers/returns-the-policy-unchanged',
    requirement: 'SDK-62',
    title: 'returns the policy of the answer unchanged',
    inputClasses: [
      ...Object.entries(policyCharacterClasses).map(([id, { all }]) => reading(id, policyIn(all))),
      ...Object.entries(policyWhiteSpace).map(([id, policy]) => reading(id, policyIn(policy))),
      ...Object.entries(policySpellings).map(([id, policy]) => reading(id, policyIn(policy))),
      reading('of-81920-characters', policyIn('\u00ff'.repeat(81_920))),
    ],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/ignores-unknown-members',
    requirement: 'SDK-63',
    title: 'ignores unknown members of an answer',
    inputClasses: [
      reading('a-few', answer(200, JSON.stringify({ Revision: 7, Tags: [{ a: null }], Policy: anotherPolicy, z: '' }))),
      reading(
        'a-very-long-one',
        answer(200, JSON.stringify({ Padding: 'x'.repeat(1_000_000), Policy: anotherPolicy })),
      ),
      reading('deeply-nested', answer(200, `{"Deep":${'['.repeat(60)}${']'.repeat(60)},"Policy":"{}"}`)),
    ],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/accepts-an-answer-without-a-policy',
    requirement: 'SDK-64',
    title: 'accepts an answer without a policy as success without a policy',
    inputClasses: [
      reading('no-policy', answer(200, '{}')),
      reading('a-policy-of-null', answer(200, '{"Policy":null}')),
    ],
    judge: succeedsWithoutPolicy,
  },
  {
    id: 'sdk-answers/ignores-white-space',
    requirement: 'SDK-65',
    title: 'ignores white space between the tokens of an answer',
    inputClasses: [
      reading('on-lines', answer(200, JSON.stringify({ Policy: anotherPolicy }, undefined, 2))),
      reading('carriage-returns-and-tabs', answer(200, `\r\n\t{ "Policy"\t:\r\n"{}" }\r\n`)),
    ],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/reads-escapes',
    requirement: 'SDK-66',
    title: 'decodes the escapes in an answer',
    inputClasses: [
      reading('everything-escaped', answer(200, escaped('{"Sid":"\u00e9\u00ff\t\r\n"}'))),
      reading('short-escapes', answer(200, String.raw`{"Policy":"\"\\\/\b\f\n\r\t"}`)),
      reading('upper-case', answer(200, String.raw`{"Policy":"\u00E9\u00FF"}`)),
    ],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/reads-chunks',
    requirement: 'SDK-67',
    title: 'reads an answer in chunks',
    inputClasses: [
      reading('chunks-of-a-byte', { ...policyIn('\u00e9\u00ff{}'), chunkBytes: 1 }),
      reading('chunks-of-4096', { ...policyIn('\u00e9'.repeat(40_000)), chunkBytes: 4_096 }),
    ],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/reads-headers-in-any-case',
    requirement: 'SDK-68',
    title: 'reads the headers of an answer in upper and lower case',
    inputClasses: [
      inputClass('the-request-id', {
        script: [requestIdIn('X-AMZN-REQUESTID'), requestIdIn('x-amzn-requestid'), requestIdIn('X-Amzn-RequestId')],
        actions: [callOf('GetPolicy'), callOf('GetPolicy'), callOf('GetPolicy')],
      }),
    ],
    judge: readsEveryCase,
  },
  {
    id: 'sdk-answers/reports-proxy-pages-as-failures',
    requirement: 'SDK-69',
    title: 'reports an HTML page with status 502 as a failure',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, { script: [page(502)], actions: [callOf(operation, { maxAttempts: 1 })] }),
    ),
    judge: fails,
  },
  {
    id: 'sdk-answers/reports-truncated-bodies-as-failures',
    requirement: 'SDK-70',
    title: 'reports a body shorter than its Content-Length as a failure',
    needs: ['max-attempts'],
    inputClasses: [
      reading('the-last-byte-is-missing', { ...policyIn(anotherPolicy), missingBytes: 1 }, 1),
      reading('nothing-of-it-came', { ...policyIn(anotherPolicy), missingBytes: 1_000 }, 1),
    ],
    judge: fails,
  },
  {
    id: 'sdk-answers/returns-no-policy-from-truncated-json',
    requirement: 'SDK-71',
    title: 'returns no policy from truncated JSON',
    needs: ['max-attempts'],
    inputClasses: brokenAnswers,
    judge: returnsNoPolicy,
  },
  {
    id: 'sdk-answers/reports-truncated-json-as-a-failure',
    requirement: 'SDK-77',
    title: 'reports truncated JSON as a failure',
    needs: ['max-attempts'],
    inputClasses: brokenAnswers,
    judge: fails,
  },
  {
    id: 'sdk-answers/reports-successful-pages-as-failures',
    requirement: 'SDK-72',
    title: 'reports an HTML page with status 200 as a failure',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, { script: [page(200)], actions: [callOf(operation, { maxAttempts: 1 })] }),
    ),
    judge: fails,
  },
  {
    id: 'sdk-answers/reads-any-content-type',
    requirement: 'SDK-73',
    title: 'reads an answer with another content type',
    inputClasses: ['application/json', 'text/plain', 'application/octet-stream'].map((type) =>
      reading(type, answer(200, whole, { headers: { 'Content-Type': type } })),
    ),
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/uses-the-last-duplicate-member',
    requirement: 'SDK-74',
    title: 'uses the last value of a duplicate member',
    inputClasses: [reading('two-policies', answer(200, '{"Policy":"first","Policy":"second"}'))],
    judge: returnsThePolicy,
  },
  {
    id: 'sdk-answers/reconnects-after-a-closed-connection',
    requirement: 'SDK-75',
    title: 'opens a new connection after one was closed',
    inputClasses: [
      inputClass('connection-close', {
        script: [{ ...success.GetPolicy, headers: { ...success.GetPolicy.headers, Connection: 'close' } }],
        actions: [callOf('GetPolicy'), callOf('GetPolicy')],
      }),
    ],
    judge: (observation) =>
      observation.requests.length === 0
        ? unobserved('no request was sent')
        : allOf(observation.answers.map((each) => policyIs(each, anotherPolicy))),
  },
  {
    id: 'sdk-answers/returns-no-policy-from-pages',
    requirement: 'SDK-76',
    title: 'returns no policy from an HTML page',
    needs: ['max-attempts'],
    inputClasses: [
      reading('a-page-with-200', page(200), 1),
      reading('a-page-that-says-json', answer(200, '<html></html>'), 1),
      reading('a-text', answer(200, anotherPolicy.replace('{', 'x'), { headers: { 'Content-Type': 'text/plain' } }), 1),
    ],
    judge: returnsNoPolicy,
  },
];
