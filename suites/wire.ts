// Claims about the bytes of requests and answers, which hand-made requests alone can show.

import { get, put } from '../generators/calls.js';
import { acceptedBeside, provocationsOf } from '../generators/provocations.js';
import {
  flawedRequestCase,
  missingMemberFlaws,
  oddRequests,
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

/** On a CA that never carried a policy. */
function inputClass(id: string, steps: (policy: string) => readonly Step[]): InputClass {
  return overPolicies(id, steps, { fresh: true });
}

/** Every flaw of the table, in each operation that can have it. */
function flawed(flaws: readonly RequestFlaw[], guarantee: GuaranteeName): readonly InputClass[] {
  return flaws.flatMap((flaw) =>
    flaw.operations.map((name) => ({ id: `${flaw.id}/${name}`, cases: flawedRequestCase(flaw, name, guarantee) })),
  );
}

/** Every way to provoke an error. What a target lets pass is not judged here. */
function provoked(guarantee: GuaranteeName): readonly InputClass[] {
  return provocationsOf().map(({ id, operation, arn, policyFrom, fresh }) =>
    overPolicies(
      `provoked/${id}`,
      (policy) => [
        rawCall('subject', operation, policyFrom(policy), { arn, guarantee }),
        ...acceptedBeside(operation, policy),
      ],
      { fresh },
    ),
  );
}

/** Refuses every request of the table, and changes nothing. */
function refuses(id: string, title: string, flaws: readonly RequestFlaw[]): Check {
  return { id: `wire/${id}`, requirement: 'WIRE-10', title, needs, inputClasses: flawed(flaws, 'named-client-error') };
}

export const wireChecks: readonly Check[] = [
  {
    id: 'wire/put-policy-has-no-output',
    requirement: 'WIRE-02',
    title: 'answers a successful PutPolicy with status 200 and without output',
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
    id: 'wire/get-policy-returns-a-string',
    requirement: 'WIRE-03',
    title: 'answers a successful GetPolicy with status 200 and the policy as a string',
    needs,
    inputClasses: [
      inputClass('output/get', (policy) => [
        put('control', policy),
        rawCall('subject', 'GetPolicy', policy, { guarantee: 'policy-is-string' }),
      ]),
    ],
  },
  {
    id: 'wire/delete-policy-has-no-output',
    requirement: 'WIRE-04',
    title: 'answers a successful DeletePolicy with status 200 and without output',
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
    id: 'wire/messages-are-strings',
    requirement: 'WIRE-07',
    title: 'gives the message of a modelled error, where there is one, as a string',
    needs,
    inputClasses: provoked('message-is-string'),
    required: 1,
  },
  {
    id: 'wire/errors-are-named',
    requirement: 'WIRE-11',
    title: 'names the type of every error in the body or in the header',
    needs,
    inputClasses: provoked('error-is-named'),
    required: 1,
  },
  refuses(
    'refuses-missing-members',
    'refuses a request without a required member, and changes nothing',
    missingMemberFlaws,
  ),
  refuses('refuses-wrong-types', 'refuses a required member that is no string, and changes nothing', wrongTypeFlaws),
  refuses(
    'refuses-unreadable-bodies',
    'refuses a body that is no JSON object, and changes nothing',
    unreadableBodyFlaws,
  ),
  refuses('refuses-unknown-operations', 'refuses an operation that does not exist', unknownOperationFlaws),
  {
    id: 'wire/ignores-unknown-members',
    requirement: 'WIRE-10',
    title: 'ignores a member that the operation does not know',
    // That they are ignored is inferred, unlike that a malformed request is refused.
    level: 'note',
    needs,
    inputClasses: flawed(unknownMemberFlaws, 'accepted'),
  },
  {
    id: 'wire/answers-odd-requests-in-the-protocol',
    requirement: 'WIRE-11',
    title: 'answers in the protocol also where method, path or headers are not those of a client',
    // What is no request of the API is outside what the protocol promises.
    level: 'note',
    needs,
    inputClasses: flawed(oddRequests, 'answer-in-protocol'),
  },
];
