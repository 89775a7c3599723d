// Shares made from the values of factors: a read and an issue statement for one grantee.
//
//   share     ::= read issue | issue read
//   statement ::= [ Sid ] Effect Principal Action Resource [ Condition ]
//
// Source: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html

import { issueAction, readActions } from '../harness/api/actions.js';
import type { FactorValues } from './covering-array.js';
import type { PolicyDocument, PolicyStatement, TemplateParts } from './policy-templates.js';
import { granteeOf, principalForms } from './principal.js';

export const shareFactors = {
  principal: principalForms,
  /** `published` is the template of the published share with this principal. */
  template: ['published', 'listed', 'unlisted', 'none'],
  order: ['read-first', 'issue-first'],
  actions: ['list', 'string', 'reversed'],
  sids: ['two-sids', 'one-sid', 'no-sid', 'hyphens'],
} as const;

export type ShareRow = FactorValues<typeof shareFactors>;

/** The share of one row of the covering array. Pure. */
export function shareOf(row: ShareRow, parts: TemplateParts): PolicyDocument {
  const grantee = granteeOf(row.principal, parts);
  const [readSid, issueSid] = sidsOf(row.sids, parts);
  const read = statementOf(readSid, {
    Effect: 'Allow',
    Principal: grantee.principal,
    Action: row.actions === 'reversed' ? readActions.toReversed() : readActions,
    Resource: '{{ca0.arn}}',
    Condition: grantee.condition,
  });
  const template = templateOf(row);
  const { StringEquals, ...others } = grantee.condition;
  const issue = statementOf(issueSid, {
    Effect: 'Allow',
    Principal: grantee.principal,
    Action: row.actions === 'string' ? issueAction : [issueAction],
    Resource: '{{ca0.arn}}',
    Condition:
      template === undefined ? grantee.condition : { StringEquals: { ...template, ...StringEquals }, ...others },
  });
  return { Version: '2012-10-17', Statement: row.order === 'read-first' ? [read, issue] : [issue, read] };
}

/** A statement without an absent Sid or an empty Condition, as in the published policies. */
function statementOf(sid: string | undefined, { Condition = {}, ...rest }: PolicyStatement): PolicyStatement {
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    ...rest,
    ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
  };
}

function sidsOf(form: ShareRow['sids'], { sids, share }: TemplateParts): readonly [string?, string?] {
  switch (form) {
    case 'two-sids':
      return sids;
    case 'one-sid':
      return [sids[0], sids[0]];
    case 'hyphens':
      return [`${share}-org`, `${share}-org`];
    case 'no-sid':
      return [];
    default:
      return form satisfies never;
  }
}

function templateOf({ template, principal }: ShareRow): Readonly<Record<string, string>> | undefined {
  if (template === 'none') return undefined;
  const published = principal === 'service' ? 'SubordinateCACertificate_PathLen0' : 'EndEntityCertificate';
  const names = {
    published,
    listed: 'BlankEndEntityCertificate_APICSRPassthrough',
    unlisted: 'CodeSigningCertificate',
  };
  return { 'acm-pca:TemplateArn': `arn:{{ca0.partition}}:acm-pca:::template/${names[template]}/V1` };
}
