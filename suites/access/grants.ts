// Checks on what a grant gives, and what it does not give.

import {
  ask,
  grantTo,
  onAuthority,
  ownerCalls,
  plainCalls,
  policyCalls,
  shareableCalls,
  type AskedCall,
  type ShareableCall,
} from '../../generators/asks.js';
import { put } from '../../generators/calls.js';
import type { TemplateParts } from '../../generators/policy-templates.js';
import type { Step } from '../../harness/api/case.js';
import type { Capability } from '../../harness/api/target.js';
import type { Check, InputClass } from '../../harness/run/cases/check.js';
import { caseOf, drawnCaseOf, twoAuthorities } from './case-of.js';

export const grants: readonly Capability[] = ['multi-account', 'grants', 'states'];

const grantee = '{{grantee.account}}';
const third = '{{third.account}}';

export function putGrant(account: string, parts?: TemplateParts): Step {
  return put('control', JSON.stringify(grantTo(account, parts)));
}

/** What a call on a certificate needs before it. */
function issuedFor(call: ShareableCall): readonly Step[] {
  return call === 'certificate' || call === 'revoke' ? [ask('control', undefined, 'issue')] : [];
}

/** A call that no policy grants: a grantee is refused it, and what it may do stays as it was. */
function refusedToGrantee(id: string, call: AskedCall): InputClass {
  return caseOf(id, (parts) => [
    putGrant(grantee, parts),
    ask('control', 'grantee', 'describe'),
    ask('subject', 'grantee', call),
    ask('subject', 'grantee', 'describe'),
  ]);
}

const others = ['grantee', 'third'] as const;

/** Templates that the published share does not name: the other five of the list, and some that no share names. */
const otherTemplates = [
  'EndEntityClientAuthCertificate/V1',
  'EndEntityServerAuthCertificate/V1',
  'BlankEndEntityCertificate_APIPassthrough/V1',
  'BlankEndEntityCertificate_APICSRPassthrough/V1',
  'SubordinateCACertificate_PathLen0/V1',
  'RootCACertificate/V1',
  'CodeSigningCertificate/V1',
] as const;

export const grantChecks: readonly Check[] = [
  {
    id: 'access/lets-grantees-in',
    requirement: 'ACC-01',
    title: 'lets the account of a grant make each call that it grants',
    needs: ['multi-account', 'states'],
    inputClasses: [...plainCalls, 'certificate' as const].map((call) =>
      caseOf(`let-in/${call}`, (parts) => [
        ...issuedFor(call),
        ask('control', undefined, call),
        putGrant(grantee, parts),
        ask('subject', 'grantee', call),
      ]),
    ),
    // A target need not offer each operation.
    required: 1,
  },
  {
    id: 'access/refuses-accounts-without-a-grant',
    requirement: 'ACC-02',
    title: 'refuses the calls of other accounts on a CA without a policy',
    needs: ['multi-account', 'states'],
    inputClasses: shareableCalls.map((call) =>
      drawnCaseOf(
        `no-grant/${call}`,
        others,
        (as) => [
          ...issuedFor(call),
          ...(call === 'revoke' ? [] : [ask('control', undefined, call)]),
          ask('subject', as, call),
        ],
        { fresh: true },
      ),
    ),
    required: 1,
  },
  {
    id: 'access/refuses-other-templates',
    requirement: 'ACC-03',
    title: 'refuses a grantee certificates of templates that the grant does not name',
    needs: [...grants, 'issue'],
    inputClasses: [
      ...otherTemplates.map((template) =>
        caseOf(`other-template/${template.replace(/\/V1$/, '')}`, (parts) => [
          putGrant(grantee, parts),
          ask('control', 'grantee', 'issue'),
          ask('subject', 'grantee', 'issue', { template }),
        ]),
      ),
      caseOf('other-template/other-version', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'issue'),
        ask('subject', 'grantee', 'issue', { template: 'EndEntityCertificate/V2' }),
      ]),
      caseOf('other-template/none-under-another-grant', (parts) => [
        put(
          'control',
          JSON.stringify(grantTo(grantee, parts)).replaceAll(
            '/EndEntityCertificate/',
            '/EndEntityServerAuthCertificate/',
          ),
        ),
        ask('control', 'grantee', 'issue', { template: 'EndEntityServerAuthCertificate/V1' }),
        ask('subject', 'grantee', 'issue', { template: null }),
      ]),
    ],
    required: 5,
  },
  {
    id: 'access/refuses-operations-outside-the-seven',
    requirement: 'ACC-04',
    title: 'refuses a grantee the operations that no policy grants',
    needs: grants,
    inputClasses: ownerCalls.map((call) => refusedToGrantee(`outside/${call}`, call)),
    required: 3,
  },
  {
    id: 'access/refuses-policy-operations-of-grantees',
    requirement: 'AUTH-05',
    title: 'refuses a grantee the three operations on policies, which then change nothing',
    needs: grants,
    inputClasses: policyCalls.map((call) => refusedToGrantee(`policy-operation/${call}`, call)),
    required: 2,
  },
  {
    id: 'access/refuses-grantees-without-permissions',
    requirement: 'ACC-05',
    title: 'refuses a caller whose own account allows it nothing, whatever the grant',
    needs: [...grants, 'identity'],
    inputClasses: plainCalls.map((call) =>
      caseOf(`no-permission/${call}`, (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', call),
        ask('subject', 'grantee-nobody', call),
      ]),
    ),
    required: 2,
  },
  {
    id: 'access/refuses-other-accounts',
    requirement: 'ACC-06',
    title: 'refuses the calls of an account that a grant does not name',
    needs: grants,
    inputClasses: [
      ...plainCalls.map((call) =>
        caseOf(`other-account/${call}`, (parts) => [
          putGrant(grantee, parts),
          ask('control', 'grantee', call),
          ask('subject', 'third', call),
        ]),
      ),
      drawnCaseOf('other-account/one-digit', plainCalls, (call, parts) => [
        putGrant('{{grantee.near}}', parts),
        ask('subject', 'grantee', call),
        putGrant(grantee, parts),
        ask('control', 'grantee', call),
      ]),
      drawnCaseOf('other-account/swapped', plainCalls, (call, parts) => [
        putGrant(third, parts),
        ask('control', 'third', call),
        ask('subject', 'grantee', call),
      ]),
    ],
    required: 2,
  },
  {
    id: 'access/refuses-calls-on-other-authorities',
    requirement: 'ACC-07',
    title: 'refuses a grantee on a CA without a grant, whatever the policy of another CA',
    needs: grants,
    inputClasses: [
      drawnCaseOf(
        'other-authority/never-granted',
        plainCalls,
        (call, parts) => [
          putGrant(grantee, parts),
          ask('control', 'grantee', call),
          ask('subject', 'grantee', call, { ca: 1 }),
        ],
        { ...twoAuthorities, fresh: true },
      ),
      drawnCaseOf(
        'other-authority/deleted-there',
        plainCalls,
        (call, parts) => [
          putGrant(grantee, parts),
          put('control', onAuthority(JSON.stringify(grantTo(grantee, parts)), 1), { arn: '{{ca1.arn}}' }),
          ask('control', 'grantee', call),
          { role: 'control', operation: { kind: 'DeletePolicy', input: { ResourceArn: '{{ca1.arn}}' } } },
          ask('subject', 'grantee', call),
        ],
        twoAuthorities,
      ),
    ],
    required: 1,
  },
];
