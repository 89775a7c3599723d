// Claims about requests and answers in RPC v2 CBOR, which hand-made requests alone can show.

import { get, put } from '../generators/calls.js';
import {
  cborTypes,
  chunkedTexts,
  malformedBodies,
  mapForms,
  nearlyPolicies,
  nearlyTexts,
  nullMembers,
  repeatedPolicy,
  unknownCborMembers,
} from '../generators/cbor-bodies.js';
import type { CborVariation } from '../generators/cbor-edits.js';
import {
  absoluteService,
  cborCall,
  cborVariationCase,
  contentTypes,
  eitherPolicyCase,
  misspeltPaths,
  prefixedPath,
  repeatedArnCase,
  signatureCase,
  targetHeaders,
  unclaimedRequests,
  unusualCborRequests,
  withoutAccept,
} from '../generators/cbor-requests.js';
import { acceptedControl, provocationsOf } from '../generators/provocations.js';
import type { GuaranteeName, Step } from '../harness/api/case.js';
import { signatureFlaws } from '../harness/api/raw-request.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { overPolicies } from './over-policies.js';

/** CBOR is judged beyond WIRE-12 only where WIRE-12 holds. */
const needs = ['wire', 'cbor'] as const;

function inputClass(id: string, steps: (policy: string) => readonly Step[]): InputClass {
  return overPolicies(id, steps, { fresh: true });
}

/** Every row of the table, in each operation that can have it. */
function varied(rows: readonly CborVariation[]): readonly InputClass[] {
  return rows.flatMap((each) =>
    each.operations.map((name) => ({ id: `${each.id}/${name}`, cases: cborVariationCase(each, name) })),
  );
}

function variations(
  id: string,
  title: string,
  rows: readonly CborVariation[],
  more: Partial<Pick<Check, 'level'>> = {},
): Check {
  const [first] = rows;
  if (first === undefined) throw new Error(`wire-cbor/${id} has no input class.`);
  return { id: `wire-cbor/${id}`, requirement: first.requirement, title, needs, inputClasses: varied(rows), ...more };
}

/** Successful calls of the three operations. */
function served(guarantee: GuaranteeName): readonly InputClass[] {
  return [
    inputClass('cbor/put', (policy) => [
      put('control', policy),
      cborCall('subject', 'PutPolicy', policy, { guarantee }),
      get('control'),
    ]),
    inputClass('cbor/get', (policy) => [
      put('control', policy),
      cborCall('subject', 'GetPolicy', policy, { guarantee }),
    ]),
    inputClass('cbor/delete', (policy) => [
      put('control', policy),
      get('control'),
      cborCall('subject', 'DeletePolicy', policy, { guarantee }),
    ]),
  ];
}

/** Every way to provoke an error. What a target lets pass is not judged here. */
function provoked(guarantee: GuaranteeName): readonly InputClass[] {
  return provocationsOf().map(({ id, operation, arn, policyFrom, fresh }) =>
    overPolicies(
      `cbor-provoked/${id}`,
      (policy) => [
        cborCall('subject', operation, policyFrom(policy), { arn, guarantee }),
        ...acceptedControl(operation, policy),
      ],
      { fresh },
    ),
  );
}

/** A check of every successful answer, or of every error. */
function answers(
  id: string,
  requirement: RequirementId,
  title: string,
  inputClasses: readonly InputClass[],
  more: Partial<Pick<Check, 'required' | 'level'>> = {},
): Check {
  return { id: `wire-cbor/${id}`, requirement, title, needs, inputClasses, ...more };
}

export const wireCborChecks: readonly Check[] = [
  {
    id: 'wire-cbor/answers-cbor',
    requirement: 'WIRE-12',
    title: 'answers the three operations in RPC v2 CBOR',
    needs: ['wire'],
    inputClasses: served('answered-in-cbor'),
  },
  answers('names-the-protocol', 'WIRE-13', 'names the protocol in the header of each answer', served('cbor-header')),
  answers(
    'names-the-protocol-of-errors',
    'WIRE-13',
    'names the protocol in the header of each modelled error',
    provoked('cbor-header'),
    {
      required: 1,
    },
  ),
  answers('returns-the-policy-as-text', 'WIRE-14', 'returns the policy as a text in one CBOR map', [
    inputClass('cbor/get-map', (policy) => [
      put('control', policy),
      cborCall('subject', 'GetPolicy', policy, { guarantee: 'cbor-policy-is-text' }),
    ]),
  ]),
  answers(
    'has-no-output',
    'WIRE-15',
    'answers a successful PutPolicy or DeletePolicy without members',
    served('cbor-no-output').filter(({ id }) => id !== 'cbor/get'),
  ),
  variations('reads-maps-in-each-form', 'reads the input in a map of definite or indefinite length', mapForms),
  variations('reads-texts-in-chunks', 'reads texts of indefinite length', chunkedTexts),
  variations('skips-unknown-members', 'skips members that the operation does not know', unknownCborMembers),
  variations('takes-null-for-missing', 'takes a member that is null or undefined for one that is missing', nullMembers),
  answers(
    'names-errors',
    'WIRE-20',
    'names a modelled error in __type, with status 400', // A malformed ARN may be named by an error that is not in the model.
    provoked('cbor-error').filter(({ id }) => !id.endsWith('/malformed-arn')),
    {
      required: 1,
    },
  ),
  answers('names-shapes', 'WIRE-21', 'names a modelled error by its absolute shape id', provoked('cbor-shape-id'), {
    required: 1,
  }),
  answers('names-other-errors', 'WIRE-22', 'names an error that is not in the model', provoked('cbor-error-is-named'), {
    required: 1,
  }),
  answers(
    'has-messages-as-text',
    'WIRE-23',
    'gives the message of an error, if there is one, as a text',
    provoked('message-is-string'),
    {
      required: 1,
    },
  ),
  answers('names-no-error-in-a-header', 'WIRE-24', 'names no error in a header', provoked('no-error-header'), {
    required: 1,
  }),
  variations('rejects-targets', 'rejects a CBOR request with a target header', targetHeaders),
  variations('rejects-unclaimed-requests', 'rejects a request that no protocol claims', unclaimedRequests),
  variations('rejects-misspelt-paths', 'rejects an operation or a service that is spelt otherwise', misspeltPaths),
  variations('serves-the-absolute-service', 'serves the absolute shape id of the service', absoluteService),
  variations('treats-prefixes-either-way', 'serves or rejects a prefix of the path', prefixedPath),
  variations('serves-without-accept', 'serves a request without Accept', withoutAccept),
  variations('treats-content-types-either-way', 'serves or rejects a content type that does not fit', contentTypes),
  variations('rejects-malformed-bodies', 'rejects a body that is not CBOR or not a map', malformedBodies),
  variations('rejects-other-types', 'rejects a required member that is not a text', cborTypes),
  answers(
    'refuses-signatures-as-in-json',
    'AUTH-CB',
    'refuses a missing or wrong signature in CBOR as it does in JSON',
    signatureFlaws.flatMap((flaw) =>
      (['GetPolicy', 'DeletePolicy'] as const).map((name) => {
        const id = `cbor/signature-${flaw}/${name}`;
        return { id, cases: signatureCase(id, flaw, name) };
      }),
    ),
  ),
  answers('takes-one-of-repeated-members', 'WIRE-32', 'takes one of two members of a name, or rejects both', [
    { id: 'cbor/arn-twice', cases: repeatedArnCase('cbor/arn-twice') },
    { id: repeatedPolicy.id, cases: eitherPolicyCase(repeatedPolicy) },
  ]),
  answers(
    'treats-bytes-and-tags-either-way',
    'WIRE-33',
    'serves or rejects bytes and tagged texts',
    [...varied(nearlyTexts), ...nearlyPolicies.map((each) => ({ id: each.id, cases: eitherPolicyCase(each) }))],
    { level: 'note' },
  ),
  variations('treats-unusual-requests-either-way', 'serves or rejects an unusual request', unusualCborRequests, {
    level: 'note',
  }),
];
