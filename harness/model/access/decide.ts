// Whether a call on a CA is allowed: a pure function from the text of the policy and the facts of the caller, three-valued,
// because not everything is published.
// This folder holds the evaluator of policies.
//
// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html (both
// sides must allow), https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
// (union within one account).

import { shareableActions } from '../../api/actions.js';
import type { CallerFacts, Rights } from '../../api/principal.js';
import { rememberLatest } from '../policy/latest.js';
import { memberOf, stringsOf, type JsonObject } from '../policy/json-access.js';
import { duplicateKeyIn, parseJsonDocument, type JsonNode } from '../policy/json-document.js';
import { ownerOf, type AccessRequest } from './access-request.js';
import { matchesGlob } from './glob.js';
import { matchCondition } from './match-condition.js';
import { matchPrincipal } from './match-principal.js';
import { all, any, not, truthOf, type Truth } from './truth.js';

/** `either` if nothing published decides. */
export type Verdict = 'allowed' | 'refused' | 'either';

/** Decides about a call on a CA with a policy, or with none. */
export type Decide = (policy: string | undefined, request: AccessRequest) => Verdict;

/** The verdict by the evidence. Total: any text has one. */
export const decide: Decide = (policy, request) => {
  const { caller, action } = request;
  const hasRights = identityAllows(caller.rights, action);
  const document = policy === undefined ? noDocument : readDocument(policy);
  const { byArn, byAccount, denied } = evaluate(document, request);
  if (caller.account === ownerOf(request.authorityArn)) {
    // Within one account either side is enough. That a grant to the own account is, is not published (ACC-14).
    const delegated: Truth = byAccount === 'false' ? 'false' : 'unknown';
    return verdictOf(all([any([truthOf(hasRights), byArn, delegated]), not(denied)]));
  }
  return verdictOf(all([truthOf(hasRights), any([byArn, byAccount]), not(denied), reachable(action)]));
};

/** What the identity policies of a caller allow. */
export function identityAllows(rights: Rights, action: string): boolean {
  switch (rights) {
    case 'all':
      return true;
    case 'all-but-put':
      return action !== 'acm-pca:PutPolicy';
    case 'reads-policy':
      return action === 'acm-pca:GetPolicy';
    case 'acm-only':
    case 'none':
      return false;
    default:
      return rights satisfies never;
  }
}

/** No policy that is accepted grants an action outside the seven, so one that seems to was misread. */
function reachable(action: string): Truth {
  return shareableActions.includes(action) ? 'true' : 'unknown';
}

function verdictOf(truth: Truth): Verdict {
  if (truth === 'unknown') return 'either';
  return truth === 'true' ? 'allowed' : 'refused';
}

/** The statements of a policy; undefined if nothing published says what the text grants. */
type Statements = readonly JsonObject[] | undefined;

const noDocument: Statements = [];

const readDocument: (text: string) => Statements = rememberLatest((text: string): Statements => {
  const parsed = parseJsonDocument(text);
  if (parsed.kind !== 'document' || parsed.root.kind !== 'object') return undefined;
  if (duplicateKeyIn(parsed.root) !== undefined) return undefined;
  // Other versions differ in policy variables at least.
  const version = memberOf(parsed.root, 'Version');
  if (version?.kind !== 'string' || version.value !== '2012-10-17') return undefined;
  return statementsOf(memberOf(parsed.root, 'Statement'));
});

function statementsOf(node: JsonNode | undefined): Statements {
  if (node?.kind === 'object') return [node];
  if (node?.kind !== 'array') return undefined;
  const statements = node.items.flatMap((item) => (item.kind === 'object' ? [item] : []));
  return statements.length === node.items.length ? statements : undefined;
}

interface Evaluation {
  /** Whether a statement grants the call to the ARN of the caller, and to its account or to everybody. */
  readonly byArn: Truth;
  readonly byAccount: Truth;
  readonly denied: Truth;
}

function evaluate(statements: Statements, request: AccessRequest): Evaluation {
  if (statements === undefined) return { byArn: 'unknown', byAccount: 'unknown', denied: 'unknown' };
  const matches = statements.map((statement) => matchStatement(statement, request));
  return {
    byArn: any(matches.map(({ byArn }) => byArn)),
    byAccount: any(matches.map(({ byAccount }) => byAccount)),
    denied: any(matches.map(({ denied }) => denied)),
  };
}

function matchStatement(statement: JsonObject, request: AccessRequest): Evaluation {
  const principal = matchPrincipal(statement, request);
  const rest = all([
    matchAction(statement, request),
    matchResource(statement, request),
    matchCondition(statement, request),
  ]);
  const effect = memberOf(statement, 'Effect');
  const name = effect?.kind === 'string' ? effect.value : '';
  const byArn = all([principal.byArn, rest]);
  const byAccount = all([principal.byAccount, rest]);
  if (name === 'Allow') return { byArn, byAccount, denied: 'false' };
  const named = any([byArn, byAccount]);
  if (name === 'Deny') return { byArn: 'false', byAccount: 'false', denied: named };
  const unclear = named === 'false' ? 'false' : 'unknown';
  return { byArn: unclear, byAccount: unclear, denied: unclear };
}

/** IAM ignores the case of actions. */
function matchAction(statement: JsonObject, { action }: AccessRequest): Truth {
  const node = memberOf(statement, 'Action');
  const actions = node === undefined ? undefined : stringsOf(node);
  if (actions === undefined || memberOf(statement, 'NotAction') !== undefined) return 'unknown';
  return truthOf(actions.some((pattern) => matchesGlob(pattern, action, false)));
}

function matchResource(statement: JsonObject, { authorityArn }: AccessRequest): Truth {
  const node = memberOf(statement, 'Resource');
  const resources = node === undefined ? undefined : stringsOf(node);
  if (resources === undefined || memberOf(statement, 'NotResource') !== undefined) return 'unknown';
  if (resources.some((pattern) => pattern.includes('${'))) return 'unknown';
  if (resources.some((pattern) => matchesGlob(pattern, authorityArn))) return 'true';
  // Neither is published: whether case counts, and what a certificate of the CA as a resource grants (POL-32).
  const isNear = resources.some(
    (pattern) => matchesGlob(pattern, authorityArn, false) || pattern.startsWith(`${authorityArn}/`),
  );
  return isNear ? 'unknown' : 'false';
}

/** Whether the caller is of another account than the CA. */
export function isForeign({ account }: CallerFacts, authorityArn: string): boolean {
  return account !== ownerOf(authorityArn);
}
