// Checks on the bytes of requests and answers, which need raw requests.

import { get, put } from '../generators/calls.js';
import { acceptedControl, provocationsOf } from '../generators/provocations.js';
import {
  flawedRequestCase,
  missingMemberFlaws,
  unusualRequests,
  rawCall,
  unknownMemberFlaws,
  unknownOperationFlaws,
  unreadableBodyFlaws,
  wrongTypeFlaws,
  type RequestFlaw,
} from '../generators/raw-requests.js';
import type { GuaranteeName, Step } from '../harness/api/case.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { overPolicies } from './over-policies.js';

const needs = ['wire'] as const;

/** An input class on CAs that never had a policy. */
function inputClass(id: string, steps: (policy: string) => readonly Step[]): InputClass {
  return overPolicies(id, steps, { fresh: true });
}

/** An input class for every flaw of the table and each operation that can have it. */
function flawed(flaws: readonly RequestFlaw[], guarantee: GuaranteeName): readonly InputClass[] {
  return flaws.flatMap((flaw) =>
    flaw.operations.map((name) => ({ id: `${flaw.id}/${name}`, cases: flawedRequestCase(flaw, name, guarantee) })),
  );
}

/** An input class for each way to provoke an error. Accepted inputs are not judged here. */
function provoked(guarantee: GuaranteeName): readonly InputClass[] {
  return provocationsOf().map(({ id, operation, arn, policyFrom, fresh }) =>
    overPolicies(
      `provoked/${id}`,
      (policy) => [
        rawCall('subject', operation, policyFrom(policy), { arn, guarantee }),
        ...acceptedControl(operation, policy),
      ],
      { fresh },
    ),
  );
}

/** A check that every request of the table is rejected and changes nothing. */
function rejects(id: string, title: string, flaws: readonly RequestFlaw[]): Check {
  return { id: `wire/${id}`, requirement: 'WIRE-10', title, needs, inputClasses: flawed(flaws, 'named-client-error') };
}

export const wireChecks: readonly Check[] = [
  {
    id: 'wire/returns-no-output-from-put-policy',
    requirement: 'WIRE-02',
    title: 'returns status 200 and no output for a successful PutPolicy',
    needs,
    inputClasses: [
      inputClass('output/put', (policy) => [
        put('control', policy),
        rawCall('subject', 'PutPolicy', policy, { guarantee: 'no-output' }),
        get('control'),
      ]),
    ],
  },
  {
    id: 'wire/returns-the-policy-as-a-string',
    requirement: 'WIRE-03',
    title: 'returns status 200 and the policy as a string for a successful GetPolicy',
    needs,
    inputClasses: [
      inputClass('output/get', (policy) => [
        put('control', policy),
        rawCall('subject', 'GetPolicy', policy, { guarantee: 'policy-is-string' }),
      ]),
    ],
  },
  {
    id: 'wire/returns-no-output-from-delete-policy',
    requirement: 'WIRE-04',
    title: 'returns status 200 and no output for a successful DeletePolicy',
    needs,
    inputClasses: [
      inputClass('output/delete', (policy) => [
        put('control', policy),
        get('control'),
        rawCall('subject', 'DeletePolicy', policy, { guarantee: 'no-output' }),
      ]),
    ],
  },
  {
    id: 'wire/returns-messages-as-strings',
    requirement: 'WIRE-07',
    title: 'returns the message of a modelled error, if any, as a string',
    needs,
    inputClasses: provoked('message-is-string'),
    required: 1,
  },
  {
    id: 'wire/names-the-type-of-errors',
    requirement: 'WIRE-11',
    title: 'names the type of every error in the body or in the header',
    needs,
    inputClasses: provoked('error-is-named'),
    required: 1,
  },
  rejects(
    'rejects-missing-members',
    'rejects a request without a required member, and changes nothing',
    missingMemberFlaws,
  ),
  rejects('rejects-wrong-types', 'rejects a required member that is not a string, and changes nothing', wrongTypeFlaws),
  rejects(
    'rejects-unreadable-bodies',
    'rejects a body that is not a JSON object, and changes nothing',
    unreadableBodyFlaws,
  ),
  rejects('rejects-unknown-operations', 'rejects an operation that does not exist', unknownOperationFlaws),
  {
    id: 'wire/ignores-unknown-members',
    requirement: 'WIRE-10',
    title: 'ignores a member that the operation does not define',
    // That unknown members are ignored is inferred; that malformed requests are rejected is not.
    level: 'note',
    needs,
    inputClasses: flawed(unknownMemberFlaws, 'accepted'),
  },
  {
    id: 'wire/answers-unusual-requests-in-the-protocol',
    requirement: 'WIRE-11',
    title: 'answers in the protocol even if the method, path or headers are unusual',
    // The protocol says nothing about requests that are not of the API.
    level: 'note',
    needs,
    inputClasses: flawed(unusualRequests, 'answer-in-protocol'),
  },
];
