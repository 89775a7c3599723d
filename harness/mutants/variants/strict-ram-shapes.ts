import { issueAction, readActions } from '../../api/actions.js';
import { refusesPolicies } from '../mutate.js';
import { documentOf, isDraft, statementsOf, textOf, textsOf, without, type Draft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy has one of the published shapes.',
  permittedBy: 'POL-25',
  mutate: refusesPolicies((text) => {
    const document = documentOf(text) ?? {};
    const shape = inOrder(statementsOf(document).map((statement) => shapeOf(statement)));
    const hasOthers = Object.keys(without(document, 'Version', 'Statement')).length > 0;
    return hasOthers || !('Version' in document) || !publishedShapes.includes(shape);
  }),
};

/** What a statement says, with words for the ids that are free: two texts are equal where the shapes are. */
function shapeOf({ Sid = 'absent', Action, Condition, ...others }: Draft): string {
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
  return isDraft(value) ? Object.entries(value) : [];
}

function inOrder(texts: readonly string[]): string {
  return texts.toSorted().join('\n');
}

const ofOrganization = { 'aws:PrincipalOrgID': 'ORGANIZATION' };
const notOfOwner = { StringNotEquals: { 'aws:PrincipalAccount': 'ACCOUNT' } };
const ofProxy = { ArnEquals: { 'aws:SourceArn': 'PROXY' } };
const endEntity = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' };
const subordinate = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1' };

/** The grantee of each published share, the condition to read and the one to issue. */
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
