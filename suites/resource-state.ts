// Checks on the three operations in the states of a CA.

import { deleteCa, disableCa, enableCa, get, put, remove, restoreCa } from '../generators/calls.js';
import type { GivenAuthority, Step } from '../harness/api/case.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { overPolicies } from './over-policies.js';

function inState(
  id: string,
  given: GivenAuthority,
  steps: (policy: string, other: string) => readonly Step[],
): InputClass {
  return overPolicies(id, steps, { given: [given] });
}

/** The same on CAs that never had a policy. */
function fresh({ id, cases }: InputClass): InputClass {
  return { id, cases: cases.map((subject) => ({ ...subject, fresh: true })) };
}

/** All three operations, each expected to succeed. */
function allThree(policy: string): readonly Step[] {
  return [put('subject', policy), get('subject'), remove('subject')];
}

/** On a CA without a policy: GetPolicy finds none, and DeletePolicy succeeds. */
function withoutPolicy(): readonly Step[] {
  return [get('subject'), remove('subject')];
}

/** An ACTIVE CA has to be disabled before it is deleted (ST-02). Some targets accept policies only on CAs that were ACTIVE. */
function deleted(): readonly Step[] {
  return [disableCa(), deleteCa()];
}

/** Puts and removes a policy, to show that both calls work on this CA. */
function putAndRemoved(policy: string): readonly Step[] {
  return [put('control', policy), get('control'), remove('control')];
}

/** Deletes and restores the CA, which ends ACTIVE. */
function deletedAndRestored(): readonly Step[] {
  return [...deleted(), restoreCa(), enableCa()];
}

export const resourceStateChecks: readonly Check[] = [
  {
    id: 'resource-state/works-while-pending',
    requirement: 'ST-05',
    title: 'puts, gets and deletes a policy on a CA in PENDING_CERTIFICATE',
    inputClasses: [
      inState('state/pending', 'PENDING_CERTIFICATE', allThree),
      fresh(inState('state/pending-without-policy', 'PENDING_CERTIFICATE', withoutPolicy)),
    ],
  },
  {
    id: 'resource-state/works-while-active',
    requirement: 'ST-04',
    title: 'puts, gets and deletes a policy on an ACTIVE CA',
    // The documentation describes the operations on CAs in use; other states are ambiguous.
    level: 'must',
    needs: ['states'],
    inputClasses: [
      inState('state/active', 'ACTIVE', allThree),
      fresh(inState('state/active-without-policy', 'ACTIVE', withoutPolicy)),
    ],
  },
  {
    id: 'resource-state/answers-while-disabled',
    requirement: 'ST-04',
    title: 'succeeds on a DISABLED CA, or returns InvalidStateException and changes nothing',
    needs: ['states'],
    inputClasses: [
      inState('state/disabled', 'ACTIVE', (policy) => [
        disableCa(),
        put('subject', policy),
        get('subject'),
        remove('subject'),
      ]),
      inState('state/disabled-with-policy', 'ACTIVE', (policy) => [
        put('control', policy),
        disableCa(),
        get('subject'),
        remove('subject'),
      ]),
      fresh(inState('state/disabled-without-policy', 'ACTIVE', () => [disableCa(), get('subject'), remove('subject')])),
    ],
  },
  {
    id: 'resource-state/keeps-changes-made-while-disabled',
    requirement: 'GP-07',
    // Changes that succeeded while the CA was disabled have to be visible as well.
    judges: ['PP-01', 'DP-01', 'ST-04'],
    title: 'shows the effects of calls that succeeded while the CA was disabled, once it is enabled again',
    needs: ['states'],
    inputClasses: [
      inState('state/enabled-after-put', 'ACTIVE', (policy, other) => [
        put('control', policy),
        get('control'),
        disableCa(),
        put('subject', other),
        enableCa(),
        get('subject'),
      ]),
      inState('state/enabled-after-delete', 'ACTIVE', (policy) => [
        put('control', policy),
        get('control'),
        disableCa(),
        remove('subject'),
        enableCa(),
        get('subject'),
      ]),
      inState('state/enabled-untouched', 'ACTIVE', (policy) => [
        put('control', policy),
        get('control'),
        disableCa(),
        enableCa(),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/keeps-or-drops-the-policy-when-restored',
    requirement: 'ST-03',
    title: 'works on a restored CA as before its deletion, with or without the former policy',
    // The state after a restore is documented; whether the policy is kept is not.
    level: 'any-of',
    needs: ['states', 'restore'],
    inputClasses: [
      inState('state/restored-with-policy', 'ACTIVE', (policy, other) => [
        put('control', policy),
        get('control'),
        ...deletedAndRestored(),
        get('subject'),
        get('subject'),
        put('subject', other),
        get('subject'),
      ]),
      fresh(
        inState('state/restored-without-policy', 'ACTIVE', () => [
          ...deletedAndRestored(),
          get('subject'),
          remove('subject'),
        ]),
      ),
      inState('state/restored-after-delete', 'ACTIVE', (policy) => [
        put('control', policy),
        remove('control'),
        ...deletedAndRestored(),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/answers-while-deleted',
    requirement: 'ST-04',
    judges: ['ST-06'],
    title: 'returns and deletes the policy of a DELETED CA, or rejects the call',
    needs: ['states'],
    inputClasses: [
      inState('state/deleted-get-with-policy', 'ACTIVE', (policy) => [
        put('control', policy),
        get('control'),
        ...deleted(),
        get('subject'),
      ]),
      inState('state/deleted-delete-with-policy', 'ACTIVE', (policy) => [
        put('control', policy),
        ...deleted(),
        remove('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/answers-delete-while-deleted',
    requirement: 'ST-04',
    judges: ['ST-06'],
    title: 'succeeds in deleting no policy on a DELETED CA, or rejects the call',
    // Inferred from sibling operations only.
    level: 'note',
    inputClasses: [
      inState('state/deleted-delete', 'PENDING_CERTIFICATE', (policy) => [
        ...putAndRemoved(policy),
        deleteCa(),
        remove('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/rejects-put-while-deleted',
    requirement: 'ST-06',
    title: 'rejects PutPolicy on a DELETED CA',
    inputClasses: [
      inState('state/deleted-put', 'PENDING_CERTIFICATE', (policy) => [
        put('control', policy),
        remove('control'),
        deleteCa(),
        put('subject', policy),
      ]),
    ],
  },
  {
    id: 'resource-state/rejects-put-over-a-policy-while-deleted',
    requirement: 'ST-06',
    title: 'rejects PutPolicy on a DELETED CA that has a policy',
    needs: ['states'],
    inputClasses: [
      inState('state/deleted-put-with-policy', 'ACTIVE', (policy, other) => [
        put('control', policy),
        get('control'),
        ...deleted(),
        put('subject', other),
      ]),
    ],
  },
  {
    id: 'resource-state/returns-not-found-while-deleted',
    requirement: 'ST-07',
    judges: ['ST-06'],
    title: 'returns ResourceNotFoundException for GetPolicy on a DELETED CA without a policy',
    inputClasses: [
      inState('state/deleted-get', 'PENDING_CERTIFICATE', (policy) => [
        ...putAndRemoved(policy),
        deleteCa(),
        get('subject'),
      ]),
    ],
  },
];
