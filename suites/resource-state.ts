// Claims about the three operations in the states of a CA.

import { deleteAuthority, disableAuthority, get, put, remove } from '../generators/calls.js';
import { ownerPolicy } from '../generators/policy.js';
import type { Case, GivenAuthority, Step } from '../harness/api/case.js';
import type { Check, Stratum } from '../harness/run/check.js';

function inState(id: string, given: GivenAuthority, steps: (policy: string) => readonly Step[]): Stratum {
  const cases = ownerPolicy().map((policy): Case => ({
    stratum: id,
    given: [given],
    steps: steps(JSON.stringify(policy)),
  }));
  return { id, cases };
}

const success = { acceptable: ['Success'] } as const;

/** All three operations, each expected to succeed. */
function allThree(policy: string): readonly Step[] {
  return [put('subject', policy, success), get('subject', success), remove('subject', success)];
}

export const resourceStateChecks: readonly Check[] = [
  {
    id: 'resource-state/works-while-pending',
    requirement: 'ST-05',
    title: 'puts, gets and deletes a policy on a CA in PENDING_CERTIFICATE',
    strata: [inState('state/pending', 'PENDING_CERTIFICATE', allThree)],
  },
  {
    id: 'resource-state/works-while-active',
    requirement: 'ST-04',
    title: 'puts, gets and deletes a policy on an ACTIVE CA',
    // The documentation describes the operations on CAs in use; the other states are ambiguous.
    level: 'must',
    needs: ['states'],
    strata: [inState('state/active', 'ACTIVE', allThree)],
  },
  {
    id: 'resource-state/answers-while-disabled',
    requirement: 'ST-04',
    title: 'on a DISABLED CA succeeds, or answers InvalidStateException and changes nothing',
    needs: ['states'],
    strata: [
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
    ],
  },
  {
    id: 'resource-state/refuses-put-once-deleted',
    requirement: 'ST-06',
    title: 'refuses PutPolicy on a DELETED CA',
    strata: [
      inState('state/deleted-put', 'PENDING_CERTIFICATE', (policy) => [deleteAuthority(), put('subject', policy)]),
    ],
  },
  {
    id: 'resource-state/finds-no-policy-once-deleted',
    requirement: 'ST-07',
    title: 'answers GetPolicy with ResourceNotFoundException on a DELETED CA that has no policy',
    strata: [
      inState('state/deleted-get', 'PENDING_CERTIFICATE', () => [
        deleteAuthority(),
        get('subject', { acceptable: ['ResourceNotFoundException'] }),
      ]),
    ],
  },
];
