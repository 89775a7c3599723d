// Whether the principal of a statement includes a caller.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html

import { memberOf, stringsOf, type JsonObject } from '../policy/json-access.js';
import type { AccessRequest } from './access-request.js';
import { any, truthOf, type Truth } from './truth.js';

/** Whether the caller is included by its own ARN, and by its account or as everybody. */
export interface PrincipalMatch {
  readonly byArn: Truth;
  readonly byAccount: Truth;
}

const nobody: PrincipalMatch = { byArn: 'false', byAccount: 'false' };
const unclear: PrincipalMatch = { byArn: 'unknown', byAccount: 'unknown' };
const everybody: PrincipalMatch = { byArn: 'false', byAccount: 'true' };

export function matchPrincipal(statement: JsonObject, request: AccessRequest): PrincipalMatch {
  const principal = memberOf(statement, 'Principal');
  if (principal === undefined || memberOf(statement, 'NotPrincipal') !== undefined) return unclear;
  if (principal.kind === 'string') return principal.value === '*' ? everybody : unclear;
  if (principal.kind !== 'object') return unclear;
  return join(
    principal.members.map(({ key, value }) => {
      // A service is no caller of these.
      if (key === 'Service') return nobody;
      const names = key === 'AWS' ? stringsOf(value) : undefined;
      return names === undefined ? unclear : join(names.map((name) => matchName(name, request)));
    }),
  );
}

function join(matches: readonly PrincipalMatch[]): PrincipalMatch {
  return { byArn: any(matches.map(({ byArn }) => byArn)), byAccount: any(matches.map(({ byAccount }) => byAccount)) };
}

/** An account id and its root ARN mean the same: every identity of the account. */
function matchName(name: string, { caller, authorityArn }: AccessRequest): PrincipalMatch {
  if (name === '*') return everybody;
  if (/^\d{12}$/.test(name)) return { byArn: 'false', byAccount: truthOf(name === caller.account) };
  const [, partition, service, account, identity] = /^arn:([^:]*):(iam|sts)::(\d{12}):(.+)$/.exec(name) ?? [];
  if (identity === undefined) return unclear;
  if (account !== caller.account) return nobody;
  if (!authorityArn.startsWith(`arn:${partition}:`)) return unclear;
  if (service === 'iam' && identity === 'root') return { byArn: 'false', byAccount: 'true' };
  if (caller.arn === undefined || service === 'sts') return unclear;
  return { byArn: truthOf(name === caller.arn), byAccount: 'false' };
}
