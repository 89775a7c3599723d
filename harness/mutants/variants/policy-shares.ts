// Freedoms in which actions, templates and conditions the statements of a policy may have.

import { issueAction, ownerActions, readActions, shareableActions } from '../../api/actions.js';
import { partOf } from '../arn-parts.js';
import {
  documentOf,
  hasStatement,
  inElements,
  isPlainObject,
  listed,
  statementsOf,
  textOf,
  textsOf,
  without,
  type PlainObject,
} from '../documents.js';
import { answers, isRefused, overlooks, refusal, refusesPolicies } from '../mutate.js';
import { named } from '../named.js';
import { hasEntry, hasKey, renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

/** The shape of a statement, with placeholders for free ids: two texts are equal if the shapes are. */
function shapeOf({ Sid = 'absent', Action, Condition, ...others }: PlainObject): string {
  const conditions = membersOf(Condition).flatMap(([operator, block]) =>
    membersOf(block).map(([key, value]) => `${operator} ${key} ${textOf(value)}`),
  );
  const elements = Object.entries(others).map(([name, value]) => `${name} ${textOf(value)}`);
  return [isSeenSid(Sid) ? '' : 'another Sid', inOrder(textsOf(Action)), inOrder(conditions), inOrder(elements)]
    .join(' | ')
    .replaceAll(/arn:aws:acm-pca:[^:]*:\d{12}:certificate-authority\/[0-9a-f-]{36}/g, 'CA')
    .replaceAll(/arn:aws:network-firewall:[^:]*:\d{12}:proxy\/\w+/g, 'PROXY')
    .replaceAll(/o-[a-z0-9]{10,32}/g, 'ORGANIZATION')
    .replaceAll(/\d{12}/g, 'ACCOUNT');
}

function isSeenSid(sid: unknown): boolean {
  return typeof sid === 'string' && /^[A-Za-z0-9-]{1,56}$/.test(sid);
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isPlainObject(value) ? Object.entries(value) : [];
}

function inOrder(texts: readonly string[]): string {
  return texts.toSorted().join('\n');
}

const ofOrganization = { 'aws:PrincipalOrgID': 'ORGANIZATION' };

const notOfOwner = { StringNotEquals: { 'aws:PrincipalAccount': 'ACCOUNT' } };

const ofProxy = { ArnEquals: { 'aws:SourceArn': 'PROXY' } };

const endEntity = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' };

const subordinate = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1' };

/** The grantee of each published share, its condition to read and its condition to issue. */
const publishedShapes = [
  { grantee: { AWS: 'ACCOUNT' }, read: {}, issue: { StringEquals: endEntity } },
  {
    grantee: '*',
    read: { StringEquals: ofOrganization, ...notOfOwner },
    issue: { StringEquals: { ...endEntity, ...ofOrganization }, ...notOfOwner },
  },
  {
    grantee: { Service: 'proxy.network-firewall.amazonaws.com' },
    read: ofProxy,
    issue: { StringEquals: subordinate, ...ofProxy },
  },
].map(({ grantee: Principal, read, issue }) => {
  const both = { Effect: 'Allow', Principal, Resource: 'CA' };
  return inOrder([
    shapeOf({ ...both, Action: readActions, Condition: read }),
    shapeOf({ ...both, Action: issueAction, Condition: issue }),
  ]);
});

function isPublishedTemplate(template: string, isForService: boolean): boolean {
  return template.endsWith(
    isForService ? ':template/SubordinateCACertificate_PathLen0/V1' : ':template/EndEntityCertificate/V1',
  );
}

/** Wildcards may match existing actions, and other services may define anything. */
function actionExists(action: string): boolean {
  const isOfOtherService = action.includes(':') && !/^acm-pca:/i.test(action);
  return (
    isOfOtherService ||
    /[*?]/.test(action) ||
    [...shareableActions, ...ownerActions].some((known) => known.toLowerCase() === action.toLowerCase())
  );
}

const hasWildService = hasStatement(({ Action }) => textsOf(Action).some((action) => /^[^:]*[*?][^:]*:/.test(action)));

const publishedKeys = ['acm-pca:templatearn', 'aws:principalorgid', 'aws:principalaccount', 'aws:sourcearn'];

export const policyShareVariants = named<Variant>({
  'wants-organization-shares-without-their-owner': {
    freedom: 'A share with an organization is refused unless it excludes the account of the owner.',
    permittedBy: 'POL-12',
    mutate: refusesPolicies(
      hasStatement(
        (statement) =>
          statement['Principal'] === '*' &&
          hasKey(statement, 'aws:PrincipalOrgID') &&
          !hasKey(statement, 'aws:PrincipalAccount'),
      ),
    ),
  },
  'knows-no-right-to-revoke': {
    freedom: 'A policy that allows RevokeCertificate is refused.',
    permittedBy: 'POL-25',
    mutate: refusesPolicies(hasStatement(({ Action }) => textsOf(Action).includes('acm-pca:RevokeCertificate'))),
  },
  'strict-ram-shapes': {
    freedom: 'A policy has one of the published shapes.',
    permittedBy: 'POL-25',
    mutate: refusesPolicies((text) => {
      const document = documentOf(text) ?? {};
      const shape = inOrder(statementsOf(document).map((statement) => shapeOf(statement)));
      const hasOthers = Object.keys(without(document, 'Version', 'Statement')).length > 0;
      return hasOthers || !('Version' in document) || !publishedShapes.includes(shape);
    }),
  },
  'wants-reading-and-issuing': {
    freedom: 'A policy without a statement to read and one to issue is refused.',
    permittedBy: 'POL-25',
    mutate: refusesPolicies((text) => {
      const actions = statementsOf(documentOf(text)).map(({ Action }) => textsOf(Action));
      const issues = actions.some((each) => each.includes(issueAction));
      return !issues || !actions.some((each) => readActions.every((action) => each.includes(action)));
    }),
  },
  'knows-the-published-templates-alone': {
    freedom: 'Templates that no published policy shows are refused.',
    permittedBy: 'POL-26',
    mutate: refusesPolicies(
      hasEntry(
        ({ key, value }, { Principal }) =>
          key === 'acm-pca:TemplateArn' &&
          !textsOf(value).every((template) =>
            isPublishedTemplate(template, isPlainObject(Principal) && 'Service' in Principal),
          ),
      ),
    ),
  },
  'wants-a-template-to-issue': {
    freedom: 'A statement that allows issuing without naming a template is refused.',
    permittedBy: 'POL-26',
    mutate: refusesPolicies(
      hasStatement(
        (statement) => textsOf(statement['Action']).includes(issueAction) && !hasKey(statement, 'acm-pca:TemplateArn'),
      ),
    ),
  },
  'validation-for-unknown-actions': {
    freedom: 'An action that does not exist is refused with ValidationException.',
    permittedBy: 'POL-27',
    mutate: renamesRefusals(hasStatement(({ Action }) => textsOf(Action).some((action) => !actionExists(action)))),
  },
  'wants-no-wildcard-in-the-service': {
    freedom: 'A wildcard in the service of an action is refused as no action.',
    permittedBy: 'POL-28',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && hasWildService(input.Policy)
        ? refusal('ValidationException')
        : undefined,
    ),
  },
  'accepts-what-is-rather-refused': {
    freedom: 'Wide resources, narrow wildcards, templates of other partitions, and names in any case are accepted.',
    permittedBy: 'POL-29',
    mutate: overlooks((text, { arn }) =>
      inElements('Resource', (resource) =>
        ['*', `${arn}*`].includes(String(listed(resource).at(-1))) ? arn : resource,
      )(
        text
          .replaceAll('IssueCertificat?', 'IssueCertificate')
          .replaceAll('arn:aws-other:acm-pca:::template', 'arn:aws:acm-pca:::template')
          .replaceAll(/\/certificate\/[0-9a-f]+/g, '')
          .replaceAll('"sid"', '"Sid"')
          .replaceAll('"stringequals"', '"StringEquals"')
          .replaceAll('"aws":', '"AWS":'),
      ),
    ),
  },
  'accepts-templates-of-other-partitions': {
    freedom: 'A template may be one of another partition.',
    permittedBy: 'POL-40',
    mutate: overlooks((text, { arn }) =>
      text.replaceAll(/arn:[^:"]+:acm-pca:::template/g, `arn:${partOf(arn, 'partition')}:acm-pca:::template`),
    ),
  },
  'wants-string-equals-for-templates': {
    freedom: 'A template that is compared with another operator than StringEquals is refused.',
    permittedBy: 'POL-41',
    mutate: refusesPolicies(
      hasEntry(({ operator, key }) => key === 'acm-pca:TemplateArn' && operator !== 'StringEquals'),
    ),
  },
  'knows-the-published-conditions-alone': {
    freedom: 'Conditions on keys that no published policy shows are refused.',
    permittedBy: 'POL-42',
    mutate: refusesPolicies(hasEntry(({ key }) => !publishedKeys.includes(key.toLowerCase()))),
  },
  'wants-no-empty-conditions': {
    freedom: 'An empty Condition is refused as unreadable.',
    permittedBy: 'POL-42',
    mutate: refusesPolicies(
      hasStatement(({ Condition }) => isPlainObject(Condition) && Object.keys(Condition).length === 0),
      'ValidationException',
    ),
  },
});
