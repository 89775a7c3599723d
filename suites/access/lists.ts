// Checks on what lists and descriptions tell another account, and on which error comes first.

import { ask } from '../../generators/asks.js';
import type { GuaranteeName, Step } from '../../harness/api/case.js';
import type { PrincipalName } from '../../harness/api/principal.js';
import type { Check } from '../../harness/run/cases/check.js';
import { caseOf } from './case-of.js';
import { grants, putGrant } from './grants.js';

const grantee = '{{grantee.account}}';

function list(as: PrincipalName | undefined, ResourceOwner: 'SELF' | 'OTHER_ACCOUNTS', guarantee: GuaranteeName): Step {
  return {
    role: 'subject',
    ...(as === undefined ? {} : { as }),
    operation: { kind: 'ListCertificateAuthorities', input: { ResourceOwner } },
    guarantee,
  };
}

export const listChecks: readonly Check[] = [
  {
    id: 'access/tells-grantees-the-owner',
    requirement: 'ACC-17',
    title: 'tells a grantee the account that owns the CA',
    needs: grants,
    inputClasses: [
      caseOf('owner-told/grantee', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'describe'),
        { ...ask('subject', 'grantee', 'describe'), guarantee: 'tells-the-owner' },
      ]),
    ],
  },
  {
    id: 'access/lists-no-own-authority-as-foreign',
    requirement: 'ACC-21',
    title: 'lists none of the CAs of the caller under OTHER_ACCOUNTS',
    inputClasses: [
      caseOf('other-accounts/owner', () => [list(undefined, 'OTHER_ACCOUNTS', 'lists-no-authority')], {
        given: ['usable'],
      }),
    ],
  },
  {
    id: 'access/lists-no-foreign-authority',
    requirement: 'ACC-21',
    title: 'lists a CA to no other account as its own, nor as shared if it is not',
    needs: ['multi-account'],
    inputClasses: [
      caseOf('self/grantee', () => [list('grantee', 'SELF', 'lists-no-authority')], { given: ['usable'] }),
      caseOf('other-accounts/third', () => [list('third', 'OTHER_ACCOUNTS', 'lists-no-authority')], {
        given: ['usable'],
        fresh: true,
      }),
    ],
    required: 1,
  },
  {
    id: 'access/lists-granted-authorities',
    requirement: 'ACC-22',
    level: 'note',
    title: 'lists a CA that is shared by PutPolicy alone under OTHER_ACCOUNTS, or not',
    needs: grants,
    inputClasses: [
      caseOf('other-accounts/grantee', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'describe'),
        list('grantee', 'OTHER_ACCOUNTS', 'lists-no-authority'),
      ]),
    ],
  },
  {
    id: 'access/refuses-before-it-validates',
    requirement: 'ACC-23',
    title: 'refuses a caller before any error about the state of the CA',
    needs: ['multi-account'],
    inputClasses: [
      caseOf(
        'first-error/state',
        () => [
          ask('control', undefined, 'describe'),
          { ...ask('subject', 'grantee', 'issue'), guarantee: 'refused-first' },
        ],
        { given: ['PENDING_CERTIFICATE'], fresh: true },
      ),
    ],
  },
];
