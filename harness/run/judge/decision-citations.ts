// Which requirement a wrong decision about access breaks: the first row of a table that explains it.

import { isPolicyOperation, type Operation } from '../../api/operation.js';
import type { CallerFacts } from '../../api/principal.js';
import type { RequirementId } from '../../catalogue/index.js';
import { ownerOf, type AccessRequest } from '../../model/access/access-request.js';
import { decide, isForeign } from '../../model/access/decide.js';
import { eventArn, type CaseEvent } from './citations.js';
import { isShareable, type Decision } from './decision.js';

/** A wrong decision, and what came before it in the case. */
export interface WrongDecision {
  readonly operation: Operation;
  readonly request: AccessRequest;
  readonly seen: Decision;
  /** The policy of the CA, if it has one. */
  readonly policy: string | undefined;
  /** The policies of the other CAs of the case. */
  readonly others: readonly { readonly arn: string; readonly policy: string }[];
  readonly events: readonly CaseEvent[];
  /** Operations that another than the owner was refused in the case, and that no policy can grant. */
  readonly refusedBefore: readonly Operation[];
}

interface Row {
  readonly requirement: RequirementId;
  readonly explains: (wrong: WrongDecision) => boolean;
}

export function citationOfDecision(wrong: WrongDecision): RequirementId {
  const rows = wrong.seen === 'allowed' ? rowsForAllowed : rowsForRefused;
  return rows.find(({ explains }) => explains(wrong))?.requirement ?? (wrong.seen === 'allowed' ? 'ACC-11' : 'ACC-01');
}

/** Why a call that had to be refused was allowed. */
const rowsForAllowed: readonly Row[] = [
  { requirement: 'PP-05', explains: ({ request }) => isOwn(request) && request.caller.rights === 'all-but-put' },
  { requirement: 'AUTH-08', explains: ({ request }) => isOwn(request) && request.caller.rights === 'reads-policy' },
  { requirement: 'ACC-13', explains: ({ request }) => isOwn(request) },
  { requirement: 'ACC-08', explains: (wrong) => wrong.policy === undefined && formerlyAllowed(wrong) },
  { requirement: 'ACC-10', explains: (wrong) => refusedPuts(wrong).some((text) => isNamed(text, wrong)) },
  { requirement: 'ACC-07', explains: (wrong) => isAllowedElsewhere(wrong) },
  { requirement: 'ACC-02', explains: ({ policy }) => policy === undefined },
  { requirement: 'AUTH-05', explains: ({ operation }) => isPolicyOperation(operation) },
  { requirement: 'ACC-04', explains: ({ operation }) => !isShareable(operation) },
  { requirement: 'ACC-09', explains: formerlyAllowed },
  { requirement: 'ACC-05', explains: (wrong) => allowsWith(wrong, { rights: 'all' }) },
  { requirement: 'ACC-16', explains: ({ policy = '' }) => /"Service"/.test(policy) && !/"AWS"|"\*"/.test(policy) },
  { requirement: 'ACC-18', explains: ({ operation: { kind } }) => kind === 'RevokeCertificate' },
  {
    requirement: 'ACC-03',
    explains: (wrong) => templatesIn(wrong).some((template) => allowsTemplate(wrong, template)),
  },
  { requirement: 'ACC-20', explains: (wrong) => isAllowedWithoutTemplates(wrong) },
  { requirement: 'ORG-03', explains: namesOrganization },
  { requirement: 'ACC-19', explains: (wrong) => namesIdentityOf(wrong) },
  { requirement: 'ACC-06', explains: (wrong) => accountsIn(wrong).some((account) => allowsWith(wrong, { account })) },
];

/** Why a call that had to be allowed was refused. */
const rowsForRefused: readonly Row[] = [
  { requirement: 'AUTH-08', explains: ({ request }) => isOwn(request) && request.caller.rights !== 'all' },
  { requirement: 'ACC-12', explains: ({ request }) => isOwn(request) },
  { requirement: 'ACC-10', explains: (wrong) => refusedPuts(wrong).length > 0 },
  { requirement: 'AUTH-05', explains: ({ refusedBefore }) => refusedBefore.some(isPolicyOperation) },
  { requirement: 'ACC-04', explains: ({ refusedBefore }) => refusedBefore.length > 0 },
  { requirement: 'ACC-07', explains: (wrong) => changesElsewhere(wrong) },
  { requirement: 'ACC-09', explains: (wrong) => acceptedPuts(wrong).length > 1 },
  { requirement: 'ACC-18', explains: ({ operation: { kind } }) => kind === 'RevokeCertificate' },
  {
    requirement: 'ACC-20',
    explains: (wrong) => !isIssue(wrong) && /IfExists":\{"acm-pca:Template/i.test(wrong.policy ?? ''),
  },
  { requirement: 'ORG-03', explains: namesOrganization },
  { requirement: 'ACC-19', explains: ({ policy = '' }) => /:iam::\d{12}:/.test(policy) },
];

function isOwn({ caller, authorityArn }: AccessRequest): boolean {
  return !isForeign(caller, authorityArn);
}

function allows(policy: string, request: AccessRequest): boolean {
  return decide(policy, request) === 'allowed';
}

function allowsWith({ policy, request }: WrongDecision, facts: Partial<CallerFacts>): boolean {
  return policy !== undefined && allows(policy, { ...request, caller: { ...request.caller, ...facts } });
}

function allowsTemplate({ policy = '', request }: WrongDecision, template: string): boolean {
  return allows(policy, { ...request, template });
}

function ownEvents({ events, request }: WrongDecision): readonly CaseEvent[] {
  const own = eventArn(request.authorityArn);
  return events.filter(({ arn }) => arn === own);
}

function acceptedPuts(wrong: WrongDecision): readonly string[] {
  return ownEvents(wrong).flatMap(({ kind, text, accepted }) => (kind === 'put' && accepted ? [text ?? ''] : []));
}

/** The texts that were refused after the last accepted change. */
function refusedPuts(wrong: WrongDecision): readonly string[] {
  const own = ownEvents(wrong);
  const last = own.findLastIndex(({ kind, accepted }) => accepted && (kind === 'put' || kind === 'delete'));
  return own.slice(last + 1).flatMap(({ kind, text, accepted }) => (kind === 'put' && !accepted ? [text ?? ''] : []));
}

/** Whether a policy that the CA had before allows the call. */
function formerlyAllowed(wrong: WrongDecision): boolean {
  return acceptedPuts(wrong).some((text) => text !== wrong.policy && allows(text, wrong.request));
}

function isAllowedElsewhere({ others, request }: WrongDecision): boolean {
  return others.some(({ arn, policy }) => allows(policy, { ...request, authorityArn: arn }));
}

/** Whether the last change of the case was one of another CA. */
function changesElsewhere({ events, request }: WrongDecision): boolean {
  const last = events.findLast(({ kind, accepted }) => accepted && (kind === 'put' || kind === 'delete'));
  return last !== undefined && last.arn !== eventArn(request.authorityArn);
}

function templatesIn({ policy = '', operation }: WrongDecision): readonly string[] {
  return operation.kind === 'IssueCertificate' ? (policy.match(/arn:[^"\s]*:template\/[^"\s]+/g) ?? []) : [];
}

function isIssue({ operation }: WrongDecision): boolean {
  return operation.kind === 'IssueCertificate';
}

/** Whether a read would be allowed if no statement required a template. */
function isAllowedWithoutTemplates(wrong: WrongDecision): boolean {
  if (isIssue(wrong)) return false;
  // An IfExists operator holds for a key that is absent.
  const policy = wrong.policy?.replaceAll(
    /"(String|Arn)(Equals|Like)":(?=\{"acm-pca:TemplateArn)/gi,
    '"$1$2IfExists":',
  );
  return policy !== undefined && allows(policy, wrong.request);
}

/** Whether a policy that was refused is for the account of the caller. */
function isNamed(text: string, { request }: WrongDecision): boolean {
  return text.includes(request.caller.account);
}

function namesOrganization({ policy = '' }: WrongDecision): boolean {
  return /aws:PrincipalOrg/i.test(policy);
}

/** Whether the policy names another identity of the account of the caller. */
function namesIdentityOf({ policy = '', request: { caller } }: WrongDecision): boolean {
  return policy.includes(`:iam::${caller.account}:`) && !policy.includes(`:iam::${caller.account}:root`);
}

/** The accounts to which the policy grants. */
function accountsIn({ policy = '', request }: WrongDecision): readonly string[] {
  const owner = ownerOf(request.authorityArn);
  return (policy.match(/\b\d{12}\b/g) ?? []).filter((account) => account !== owner);
}
