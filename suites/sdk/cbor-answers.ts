// Checks on how a client that speaks RPC v2 CBOR reads successful answers: valid ones in every form, and broken ones.

import type { CborItem } from '../../harness/api/cbor/cbor-item.js';
import { cborContentType } from '../../harness/api/protocol.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, holdsWithNote, unobserved, violated } from '../../harness/sdk/finding.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import {
  answered,
  fails,
  policyIs,
  reading,
  returnsNoPolicy,
  succeedsWithout,
  succeedsWithoutPolicy,
} from './answers.js';
import { anotherPolicy, answer, callOf, inputClass, page, success, type Answer } from './calls.js';

const writes = ['PutPolicy', 'DeletePolicy'] as const;

function bytesOf(cbor: CborItem, headers: Answer['headers'] = {}): Answer {
  return answer(200, { cbor }, { headers });
}

/** The text {} as a policy, which is short enough to be seen in hexadecimal. */
const policy: readonly [CborItem, CborItem] = [{ text: 'Policy' }, { text: '{}' }];
const integer: CborItem = { integer: 7 };
const isNull: CborItem = { simple: 22 };

/** Members that the model does not define, by their types. */
const unknownMembers: Readonly<Record<string, CborItem>> = {
  integers: { array: [integer, { integer: -500 }, { integer: 5_000_000_000 }] },
  floats: {
    array: [
      { float: 1, bits: 16 },
      { float: 1.5, bits: 32 },
      { float: 0.1, bits: 64 },
    ],
  },
  'a-byte-string': { bytes: '00ff' },
  'a-time': { tag: 1, item: { float: 1_767_225_600.5, bits: 64 } },
  'simple-values': { array: [{ simple: 20 }, { simple: 21 }, isNull] },
  'nested-maps': { map: [[{ text: 'a' }, { map: [[{ text: 'b' }, { array: [isNull, { map: [] }] }]] }]] },
  'nested-items-of-indefinite-length': {
    map: [[{ text: 'a' }, { array: [{ map: [], indefinite: true }], indefinite: true }]],
    indefinite: true,
  },
  'a-text-of-a-million': { text: 'x'.repeat(1_000_000) },
};

/** `7b7d` is the text {}. Each of these is broken in one way. */
const brokenAnswers: Readonly<Record<string, Answer>> = {
  'cut-in-the-policy': bytesOf({ item: { map: [policy] }, withoutLast: 1 }),
  'cut-before-the-policy': bytesOf({ item: { map: [policy] }, withoutLast: 3 }),
  'without-its-break': bytesOf({ item: { map: [policy], indefinite: true }, withoutLast: 1 }),
  'a-length-beyond-the-end': bytesOf({ raw: 'a166506f6c696379 7a00ffffff 7b7d'.replaceAll(' ', '') }),
  'more-members-announced': bytesOf({ raw: 'a266506f6c696379 627b7d'.replaceAll(' ', '') }),
  'an-array': bytesOf({ array: policy }),
  'a-text': bytesOf({ text: '{"Policy":"{}"}' }),
  'a-reserved-head': bytesOf({ sequence: [{ raw: 'fc' }, { map: [policy] }] }),
  json: answer(200, JSON.stringify({ Policy: anotherPolicy })),
  'a-page': { ...page(200), headers: {} },
};

/** Policies of another type; those that stand for a text stand for {}. */
const otherTypes: Readonly<Record<string, CborItem>> = {
  'a-byte-string': { bytes: '7b7d' },
  'an-integer': { integer: 1 },
  'a-text-with-a-tag': { tag: 999, item: { text: '{}' } },
};

function readingEach(answers: Readonly<Record<string, Answer>>): readonly SdkInputClass[] {
  return Object.entries(answers).map(([id, reply]) => reading(id, reply, 1));
}

export const cborAnswerChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-cbor/reads-either-form-of-a-map',
    requirement: 'SDK-135',
    title: 'reads maps of definite and of indefinite length',
    inputClasses: [
      reading('definite', bytesOf({ map: [policy] })),
      reading('indefinite', bytesOf({ map: [policy], indefinite: true })),
    ],
    judge: (observation) => answered(observation, (each) => policyIs(each, '{}')),
  },
  {
    id: 'sdk-cbor/skips-unknown-members',
    requirement: 'SDK-135',
    title: 'skips unknown members of an answer, whatever their type',
    inputClasses: Object.entries(unknownMembers).map(([id, value]) =>
      reading(id, bytesOf({ map: [[{ text: 'Before' }, value], policy, [{ text: 'After' }, value]] })),
    ),
    judge: (observation) => answered(observation, (each) => policyIs(each, '{}')),
  },
  {
    id: 'sdk-cbor/accepts-empty-answers',
    requirement: 'SDK-136',
    title: 'accepts every empty answer as the success of an operation without output',
    inputClasses: writes.flatMap((operation) =>
      Object.entries({
        'no-body': answer(200, ''),
        'no-body-with-a-type': answer(200, '', { headers: { 'Content-Type': cborContentType } }),
        'an-empty-map': bytesOf({ map: [] }),
        'an-empty-map-of-indefinite-length': bytesOf({ map: [], indefinite: true }),
        'an-empty-map-without-a-type': bytesOf({ map: [] }, { 'Content-Type': null }),
      }).map(([id, reply]) => inputClass(`${operation}-${id}`, { script: [reply], actions: [callOf(operation)] })),
    ),
    judge: succeedsWithout,
  },
  {
    id: 'sdk-cbor/survives-unexpected-members',
    requirement: 'SDK-137',
    title: 'survives a member in the answer of an operation without output',
    inputClasses: writes.map((operation) =>
      inputClass(operation, {
        script: [bytesOf({ map: [[{ text: 'x' }, { integer: 10 }]] }), success.GetPolicy],
        actions: [callOf(operation), callOf('GetPolicy')],
        // A process of its own, which the client may end.
        environment: {},
      }),
    ),
    judge: ({ answers: [, second], requests }) =>
      requests.length === 0 ? unobserved('no request was sent') : policyIs(second, anotherPolicy),
  },
  {
    id: 'sdk-cbor/accepts-an-answer-without-a-policy',
    requirement: 'SDK-138',
    title: 'accepts an answer without a policy as success without a policy',
    inputClasses: [
      reading('no-body', answer(200, ''), 1),
      reading('an-empty-map', bytesOf({ map: [] }), 1),
      reading('a-policy-of-null', bytesOf({ map: [[{ text: 'Policy' }, isNull]] }), 1),
    ],
    judge: succeedsWithoutPolicy,
  },
  {
    id: 'sdk-cbor/reads-undefined-as-null',
    requirement: 'SDK-139',
    title: 'reads an undefined policy as null',
    inputClasses: [reading('a-policy-of-undefined', bytesOf({ map: [[{ text: 'Policy' }, { simple: 23 }]] }), 1)],
    judge: succeedsWithoutPolicy,
  },
  {
    id: 'sdk-cbor/returns-no-policy-from-broken-answers',
    requirement: 'SDK-144',
    title: 'returns no policy from an answer that is not one map of CBOR',
    needs: ['max-attempts'],
    inputClasses: readingEach(brokenAnswers),
    judge: returnsNoPolicy,
  },
  {
    id: 'sdk-cbor/returns-only-texts',
    requirement: 'SDK-145',
    title: 'returns no policy that is not a text',
    needs: ['max-attempts'],
    inputClasses: Object.entries(otherTypes).map(([id, item]) =>
      reading(id, bytesOf({ map: [[{ text: 'Policy' }, item]] }), 1),
    ),
    judge: (observation) =>
      answered(observation, (each) => {
        const returned = each.type === 'ok' ? (each.output['Policy'] ?? null) : null;
        if (returned === null) return holds;
        return returned === '{}'
          ? holdsWithNote('a policy of another type is read as a text')
          : violated(['no policy', 'a failure', 'the text that it stands for'], describeCallAnswer(each));
      }),
  },
  {
    id: 'sdk-cbor/reports-success-for-status-200-alone',
    requirement: 'SDK-146',
    title: 'reports an answer with another status than 200 as a failure',
    inputClasses: [201, 299].map((status) =>
      inputClass(String(status), {
        script: [{ ...bytesOf({ map: [policy] }), status }],
        actions: [callOf('GetPolicy', { maxAttempts: 1 })],
      }),
    ),
    needs: ['max-attempts'],
    judge: fails,
  },
  {
    id: 'sdk-cbor/reads-answers-that-are-not-valid',
    requirement: 'SDK-148',
    title: 'ignores bytes after the map, and uses the last of repeated members',
    needs: ['max-attempts'],
    inputClasses: [
      reading('bytes-after-the-map', bytesOf({ sequence: [{ map: [policy] }, { raw: '00' }] }), 1),
      reading('two-policies', bytesOf({ map: [[{ text: 'Policy' }, { text: 'first' }], policy] }), 1),
    ],
    judge: (observation) => answered(observation, (each) => policyIs(each, '{}')),
  },
  {
    id: 'sdk-cbor/returns-no-text-that-is-not-utf-8',
    requirement: 'SDK-148',
    title: 'returns no policy that is not UTF-8',
    needs: ['max-attempts'],
    inputClasses: [
      reading('a-byte-without-its-second', bytesOf({ map: [[{ text: 'Policy' }, { raw: '62c328' }]] }), 1),
    ],
    judge: returnsNoPolicy,
  },
];
