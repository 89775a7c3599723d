// Claims about the three operations in the states of a CA.

import {
  deleteAuthority,
  disableAuthority,
  enableAuthority,
  get,
  put,
  remove,
  restoreAuthority,
} from '../generators/calls.js';
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

/** The same on CAs that never carried a policy. */
function fresh({ id, cases }: InputClass): InputClass {
  return { id, cases: cases.map((subject) => ({ ...subject, fresh: true })) };
}

/** All three operations, each expected to succeed. */
function allThree(policy: string): readonly Step[] {
  return [put('subject', policy), get('subject'), remove('subject')];
}

/** Without a policy: none is found, and deleting none succeeds. */
function nothingAttached(): readonly Step[] {
  return [get('subject'), remove('subject')];
}

/** An ACTIVE CA has to be disabled first (ST-02). Not every target takes a policy on one that was never activated. */
function deleted(): readonly Step[] {
  return [disableAuthority(), deleteAuthority()];
}

/** A policy that was there and is gone: the target can tell the one from the other, and both calls work. */
function putAndRemoved(policy: string): readonly Step[] {
  return [put('control', policy), get('control'), remove('control')];
}

/** There and back to ACTIVE. */
function deletedAndRestored(): readonly Step[] {
  return [...deleted(), restoreAuthority(), enableAuthority()];
}

export const resourceStateChecks: readonly Check[] = [
  {
    id: 'resource-state/works-while-pending',
    requirement: 'ST-05',
    title: 'puts, gets and deletes a policy on a CA in PENDING_CERTIFICATE',
    inputClasses: [
      inState('state/pending', 'PENDING_CERTIFICATE', allThree),
      fresh(inState('state/pending-without-policy', 'PENDING_CERTIFICATE', nothingAttached)),
    ],
  },
  {
    id: 'resource-state/works-while-active',
    requirement: 'ST-04',
    title: 'puts, gets and deletes a policy on an ACTIVE CA',
    // The documentation describes the operations on CAs in use; the other states are ambiguous.
    level: 'must',
    needs: ['states'],
    inputClasses: [
      inState('state/active', 'ACTIVE', allThree),
      fresh(inState('state/active-without-policy', 'ACTIVE', nothingAttached)),
    ],
  },
  {
    id: 'resource-state/answers-while-disabled',
    requirement: 'ST-04',
    title: 'on a DISABLED CA succeeds, or answers InvalidStateException and changes nothing',
    needs: ['states'],
    inputClasses: [
      inState('state/disabled', 'ACTIVE', (policy) => [
        disableAuthority(),
        put('subject', policy),
        get('subject'),
        remove('subject'),
      ]),
      inState('state/disabled-with-policy', 'ACTIVE', (policy) => [
        put('control', policy),
        disableAuthority(),
        get('subject'),
        remove('subject'),
      ]),
      fresh(
        inState('state/disabled-without-policy', 'ACTIVE', () => [
          disableAuthority(),
          get('subject'),
          remove('subject'),
        ]),
      ),
    ],
  },
  {
    id: 'resource-state/means-its-answers-while-disabled',
    requirement: 'GP-07',
    // What succeeded while the CA was disabled has to show as well.
    judges: ['PP-01', 'DP-01', 'ST-04'],
    title: 'shows, on a CA that is enabled again, what the calls that succeeded while it was disabled left behind',
    needs: ['states'],
    inputClasses: [
      inState('state/enabled-after-put', 'ACTIVE', (policy, other) => [
        put('control', policy),
        get('control'),
        disableAuthority(),
        put('subject', other),
        enableAuthority(),
        get('subject'),
      ]),
      inState('state/enabled-after-delete', 'ACTIVE', (policy) => [
        put('control', policy),
        get('control'),
        disableAuthority(),
        remove('subject'),
        enableAuthority(),
        get('subject'),
      ]),
      inState('state/enabled-untouched', 'ACTIVE', (policy) => [
        put('control', policy),
        get('control'),
        disableAuthority(),
        enableAuthority(),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/keeps-or-drops-the-policy-once-restored',
    requirement: 'ST-03',
    title: 'works on a restored CA as before its deletion, the policy being intact or gone',
    // The state after a restore is documented, the fate of the policy is not.
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
    title: 'on a DELETED CA that has a policy shows and deletes it, or says that it cannot',
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
    id: 'resource-state/answers-delete-once-deleted',
    requirement: 'ST-04',
    judges: ['ST-06'],
    title: 'on a DELETED CA without a policy succeeds in deleting none, or says that it cannot',
    // What follows from sibling operations fails nothing.
    level: 'note',
    inputClasses: [
      inState('state/deleted-delete', 'PENDING_CERTIFICATE', (policy) => [
        ...putAndRemoved(policy),
        deleteAuthority(),
        remove('subject'),
      ]),
    ],
  },
  {
    id: 'resource-state/refuses-put-once-deleted',
    requirement: 'ST-06',
    title: 'refuses PutPolicy on a DELETED CA',
    inputClasses: [
      inState('state/deleted-put', 'PENDING_CERTIFICATE', (policy) => [
        put('control', policy),
        remove('control'),
        deleteAuthority(),
        put('subject', policy),
      ]),
    ],
  },
  {
    id: 'resource-state/refuses-put-over-a-policy-once-deleted',
    requirement: 'ST-06',
    title: 'refuses PutPolicy on a DELETED CA that has a policy',
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
    id: 'resource-state/finds-no-policy-once-deleted',
    requirement: 'ST-07',
    judges: ['ST-06'],
    title: 'answers GetPolicy with ResourceNotFoundException on a DELETED CA that has no policy',
    inputClasses: [
      inState('state/deleted-get', 'PENDING_CERTIFICATE', (policy) => [
        ...putAndRemoved(policy),
        deleteAuthority(),
        get('subject'),
      ]),
    ],
  },
];
