// Checks on callers of the owner's account, on services, on single identities and on organizations.

import { ask, grantTo, plainCalls, templateArn, withStatements } from '../../generators/asks.js';
import type { PolicyDocument, TemplateParts } from '../../generators/policy-templates.js';
import { get, put } from '../../generators/calls.js';
import { requestOf, signatureFlaws, type SignatureFlaw } from '../../harness/api/raw-request.js';
import { granteeOf, type PrincipalForm } from '../../generators/principal.js';
import { shareOf } from '../../generators/share.js';
import type { GuaranteeName, Step } from '../../harness/api/case.js';
import type { PrincipalName } from '../../harness/api/principal.js';
import type { Check } from '../../harness/run/cases/check.js';
import { caseOf, drawnCaseOf } from './case-of.js';
import { putDocument } from './changes.js';
import { grants, putGrant } from './grants.js';
import { publishedRow } from '../../generators/asks.js';

const grantee = '{{grantee.account}}';

/** The published share for another form of principal. */
function shareWith(principal: PrincipalForm, parts: TemplateParts): PolicyDocument {
  return shareOf({ ...publishedRow, principal }, parts);
}

function putShare(principal: PrincipalForm, parts: TemplateParts): Step {
  return putDocument(shareWith(principal, parts));
}

/** The share with the ARN of a principal instead of its account. */
function shareWithIdentity(name: PrincipalName, parts: TemplateParts): PolicyDocument {
  return withStatements(grantTo(grantee, parts), (statement) => ({
    ...statement,
    Principal: { AWS: `{{${name}.arn}}` },
  }));
}

/** The organization share with the owner let in, as until 2023. */
function everybodyInOrganization(parts: TemplateParts): PolicyDocument {
  const { condition } = granteeOf('organization', parts);
  const { StringNotEquals: _excluded, ...Condition } = condition;
  return withStatements(shareWith('organization', parts), ({ Condition: own, ...statement }) => ({
    ...statement,
    Condition: { ...Condition, StringEquals: { ...own?.['StringEquals'] } },
  }));
}

/** A step judged for its form alone. */
function judgedFor(guarantee: GuaranteeName, step: Step): Step {
  return { ...step, guarantee };
}

const owners = ['own-account', 'organization', 'service', 'other-account'] as const;

/** A read whose signature is missing or wrong. */
function wronglySigned(signature: SignatureFlaw): Step {
  const { kind, input } = requestOf({ kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } });
  return {
    role: 'subject',
    operation: { kind, input: { ...input, signature } },
    guarantee: 'refused-by-signature-name',
  };
}

export const identityChecks: readonly Check[] = [
  {
    id: 'access/names-wrong-signatures',
    requirement: 'AUTH-09',
    title: 'refuses a request whose signature is missing or wrong with a documented name',
    needs: ['wire', 'identity'],
    inputClasses: signatureFlaws.map((flaw) =>
      caseOf(`signature/${flaw}`, (parts) => [putShare('own-account', parts), get('control'), wronglySigned(flaw)], {
        given: ['usable'],
      }),
    ),
  },
  {
    id: 'access/keeps-the-rights-of-the-owner',
    requirement: 'ACC-12',
    title: 'lets the owner make every call, whatever policy is attached',
    // The key of a run on live AWS has few rights.
    needs: ['states', 'issue'],
    inputClasses: owners.map((principal) =>
      drawnCaseOf(`owner-under/${principal}`, [...plainCalls, 'get-policy', 'read-csr'] as const, (call, parts) => [
        ask('control', undefined, 'describe'),
        putShare(principal, parts),
        get('control'),
        ask('subject', undefined, call),
        ask('subject', undefined, 'delete-policy'),
      ]),
    ),
    required: 1,
  },
  {
    id: 'access/refuses-identities-without-permissions',
    requirement: 'ACC-13',
    title: 'refuses an identity of the account of the owner that its account allows nothing',
    needs: ['identity', 'states'],
    inputClasses: [
      drawnCaseOf('own-nobody/without-a-policy', plainCalls, (call) => [
        ask('control', undefined, call),
        ask('subject', 'owner-nobody', call),
      ]),
      drawnCaseOf('own-nobody/owner-excluded', plainCalls, (call, parts) => [
        putShare('organization', parts),
        ask('control', undefined, call),
        ask('subject', 'owner-nobody', call),
      ]),
      ...(['get-policy', 'put-policy', 'delete-policy'] as const).map((call) =>
        caseOf(`own-nobody/${call}`, (parts) => [
          putShare('own-account', parts),
          ask('control', undefined, 'describe'),
          ask('subject', 'owner-nobody', call),
        ]),
      ),
    ],
    required: 1,
  },
  {
    id: 'access/names-refusals',
    requirement: 'AUTH-01',
    title: 'refuses callers without permission with AccessDeniedException and status 400 or 403',
    needs: ['identity', 'states'],
    inputClasses: (['get-policy', 'put-policy', 'delete-policy'] as const).map((call) =>
      caseOf(`refusal/${call}`, (parts) => [
        putShare('own-account', parts),
        judgedFor('denied-by-name', ask('subject', 'owner-nobody', call)),
      ]),
    ),
  },
  {
    id: 'access/separates-the-policy-operations',
    requirement: 'AUTH-08',
    title: 'lets an identity that may only read policies read them, and neither put nor delete',
    needs: ['identity', 'states'],
    inputClasses: (['put-policy', 'delete-policy'] as const).map((call) =>
      caseOf(`reader/${call}`, (parts) => [
        putShare('own-account', parts),
        ask('subject', 'owner-reader', 'get-policy'),
        ask('subject', 'owner-reader', call),
        ask('subject', 'owner-reader', 'get-policy'),
      ]),
    ),
    required: 1,
  },
  {
    id: 'access/needs-permission-to-put',
    requirement: 'PP-05',
    title: 'refuses PutPolicy to an identity of the owner that may do everything else',
    needs: ['identity', 'states'],
    inputClasses: [
      caseOf('sharer/put-policy', (parts) => [
        putShare('own-account', parts),
        ask('control', 'owner-sharer', 'get-policy'),
        ask('subject', 'owner-sharer', 'put-policy'),
        ask('control', 'owner-sharer', 'get-policy'),
      ]),
    ],
  },
  {
    id: 'access/decides-on-own-identities',
    requirement: 'ACC-14',
    level: 'note',
    title: 'decides about an identity without permissions under a grant to its own account',
    needs: ['identity', 'states'],
    inputClasses: [
      caseOf('own-nobody/own-account-granted', (parts) => [
        putShare('own-account', parts),
        ask('subject', 'owner-nobody', 'describe'),
      ]),
      caseOf('own-nobody/organization-granted', (parts) => [
        putDocument(everybodyInOrganization(parts)),
        ask('subject', 'owner-nobody', 'describe'),
      ]),
    ],
    required: 1,
  },
  {
    id: 'access/decides-on-absent-templates',
    requirement: 'ACC-15',
    level: 'note',
    title: 'decides about IssueCertificate without a template under a grant for EndEntityCertificate/V1',
    needs: [...grants, 'issue'],
    inputClasses: [
      caseOf('no-template/end-entity-granted', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'issue'),
        ask('subject', 'grantee', 'issue', { template: null }),
      ]),
    ],
  },
  {
    id: 'access/gives-accounts-nothing-for-services',
    requirement: 'ACC-16',
    title: 'lets no account in by a grant to a service',
    needs: grants,
    inputClasses: (['grantee', 'third'] as const).map((as) =>
      drawnCaseOf(`service/${as}`, plainCalls, (call, parts) => [
        putShare('service', parts),
        ask('subject', as, call),
        putGrant(`{{${as}.account}}`, parts),
        ask('control', as, call),
      ]),
    ),
    required: 1,
  },
  {
    id: 'access/revokes-only-under-a-grant',
    requirement: 'ACC-18',
    title: 'lets a grantee revoke only if the policy grants it',
    needs: [...grants, 'issue'],
    inputClasses: [
      caseOf('revoke/not-granted', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'issue'),
        ask('subject', 'grantee', 'revoke'),
        ask('control', undefined, 'revoke'),
      ]),
      caseOf('revoke/granted', (parts) => [
        putDocument(
          withStatements(grantTo(grantee, parts), (statement, index) =>
            index === 0
              ? { ...statement, Action: [...[statement.Action].flat(), 'acm-pca:RevokeCertificate'] }
              : statement,
          ),
        ),
        ask('control', 'grantee', 'issue'),
        ask('subject', 'grantee', 'revoke'),
      ]),
    ],
    required: 1,
  },
  {
    id: 'access/distinguishes-identities',
    requirement: 'ACC-19',
    title: 'lets in the whole account by its root ARN, and one identity alone by its own',
    needs: grants,
    inputClasses: [
      drawnCaseOf('identity/root', plainCalls, (call, parts) => [
        putShare('root', parts),
        ask('subject', 'grantee', call),
        ask('subject', 'grantee2', call),
      ]),
      drawnCaseOf('identity/one-of-the-account', plainCalls, (call, parts) => [
        put('control', JSON.stringify(shareWithIdentity('grantee', parts))),
        ask('subject', 'grantee', call),
        ask('subject', 'grantee2', call),
      ]),
    ],
    required: 1,
  },
  {
    id: 'access/tests-templates-of-issuing-alone',
    requirement: 'ACC-20',
    title: 'grants no read by a statement that requires a template, and grants it with IfExists',
    needs: grants,
    inputClasses: (['StringEquals', 'StringEqualsIfExists'] as const).map((operator) =>
      drawnCaseOf(
        `template-on-reads/${operator}`,
        ['describe', 'list-tags', 'list-permissions'] as const,
        (call, parts) => [
          putDocument(
            withStatements(grantTo(grantee, parts), (statement) => ({
              ...statement,
              Condition: { [operator]: { 'acm-pca:TemplateArn': templateArn('EndEntityCertificate/V1') } },
            })),
          ),
          ask('subject', 'grantee', call),
          putGrant(grantee, parts),
          ask('control', 'grantee', call),
        ],
      ),
    ),
    required: 1,
  },
  {
    id: 'access/lets-members-in',
    requirement: 'ORG-03',
    title: 'lets the members of an organization in, and nobody else, by a grant to the organization',
    needs: grants,
    inputClasses: [
      drawnCaseOf('organization/member', plainCalls, (call, parts) => [
        putShare('organization', parts),
        ask('subject', 'member', call),
        ask('subject', 'grantee', call),
      ]),
      drawnCaseOf('organization/foreign', plainCalls, (call, parts) => [
        putShare('organization', { ...parts, organization: 'o-notmember00' }),
        ask('subject', 'member', call),
        ask('subject', 'grantee', call),
        putShare('organization', parts),
        ask('control', 'member', call),
      ]),
    ],
    required: 1,
  },
];
