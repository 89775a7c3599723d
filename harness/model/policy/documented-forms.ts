// The requirements by which a documented policy has to be accepted: of its grantee and of its forms.

import { readActions } from '../../api/actions.js';
import type { RequirementId } from '../../catalogue/index.js';
import { rememberLatest } from './latest.js';

/** The documented forms of a policy that has to be accepted. */
export interface DocumentedForms {
  /** The requirement about the grantee. */
  readonly grantee: RequirementId;
  /** The requirements about the form of the policy, the more unusual first. */
  readonly forms: readonly RequirementId[];
  /** Equal for policies that differ only in their CA and in simple Sids. */
  readonly key: string;
}

interface Statement {
  readonly Sid?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
}

/** A length in characters that no policy without padding exceeds. */
const maxPlainPolicyLength = 4_000;

/** The documented forms of a policy to which the oracle has no objection. Pure. */
export const documentedForms: (text: string, account: string) => DocumentedForms = rememberLatest(findForms);

function findForms(text: string, account: string): DocumentedForms {
  const document: { readonly Statement?: unknown } = JSON.parse(text);
  const statements: readonly Statement[] = Array.isArray(document.Statement) ? document.Statement : [];
  const sids = statements.map(({ Sid }) => Sid);
  const forms: RequirementId[] = [];
  if (text.length > maxPlainPolicyLength) forms.push('POL-01');
  if (text !== JSON.stringify(document) || !isInUsualOrder(document, statements)) forms.push('POL-08');
  if (sids.some((sid) => typeof sid !== 'string' || sid.includes('-'))) forms.push('POL-16');
  if (sids[0] !== undefined && new Set(sids).size < sids.length) forms.push('POL-15');
  if (!isInFirstOrder(statements)) forms.push('POL-17');
  // Every share has one statement with a single action, as a string or a list of one.
  forms.push('POL-18');
  if (sids.some((sid) => typeof sid !== 'string' || !plainSid.test(sid))) forms.push('POL-14');
  const key = text
    .replaceAll(/("Sid"\s*:\s*)"([a-z0-9]{1,16})"/g, (_sid, name, plain) => `${name}${String(plain).length}`)
    .replaceAll(anyAuthority, '');
  const isTwice = forms.includes('POL-15') ? ' twice' : '';
  return { grantee: granteeRequirement(statements[0]?.Principal, account), forms, key: `${key}${isTwice}` };
}

const anyAuthority = /:certificate-authority\/[0-9a-f-]{36}/g;

/** A simple Sid, which no rule about Sids could reject. */
const plainSid = /^[a-z0-9]{1,16}$/;

const documentKeys = ['Version', 'Statement'];
const statementKeys = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

/** Whether the keys have the order of most published policies. */
function isInUsualOrder(document: object, statements: readonly Statement[]): boolean {
  return isSorted(document, documentKeys) && statements.every((statement) => isSorted(statement, statementKeys));
}

function isSorted(object: object, order: readonly string[]): boolean {
  const places = Object.keys(object).map((key) => order.indexOf(key));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

/** The order of the first published example: the read statement with sorted actions, then the issue statement. */
function isInFirstOrder([first]: readonly Statement[]): boolean {
  return JSON.stringify(first?.Action) === JSON.stringify(readActions);
}

function granteeRequirement(principal: unknown, account: string): RequirementId {
  if (typeof principal !== 'object' || principal === null) return 'POL-11';
  if ('Service' in principal) return 'POL-13';
  return 'AWS' in principal && principal.AWS === account ? 'POL-19' : 'POL-10';
}

/** The key of a policy; empty if the text is not a policy. Pure. */
export function formsKey(text: string, account: string): string {
  try {
    return documentedForms(text, account).key;
  } catch {
    return '';
  }
}
