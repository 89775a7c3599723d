// The foreign grantees of a policy, which may not exist: other accounts, organizations, services (POL-35).

import { rememberLatest } from './latest.js';

/**
 * The principals of other accounts, the organizations and the services to which a policy grants, as they are written, such
 * as `444455556666`, `o-example0000` and `proxy.network-firewall.amazonaws.com`. Empty if the text is not a policy. Pure.
 */
export const foreignGrantees: (text: string, account: string) => readonly string[] = rememberLatest(
  (text: string, account: string): readonly string[] => {
    const found = new Set<string>();
    for (const { Principal: principal, Condition: condition } of statementsOf(text)) {
      for (const { key, value } of textsIn(principal, 'AWS')) {
        const isOwn = key === 'AWS' && (accountOf(value) === account || value === '*');
        if (!isOwn && value !== '*') found.add(value);
      }
      for (const { key, value } of textsIn(condition, '')) {
        const name = key.toLowerCase();
        if (name === 'aws:principalorgid') found.add(value);
        if (name === 'aws:principalorgpaths') found.add(value);
      }
    }
    return [...found];
  },
);

interface Statement {
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

function statementsOf(text: string): readonly Statement[] {
  try {
    const document: unknown = JSON.parse(text);
    const isDocument = typeof document === 'object' && document !== null && 'Statement' in document;
    const statements: readonly unknown[] = isDocument ? [document.Statement].flat() : [];
    return statements.filter((each): each is Statement => typeof each === 'object' && each !== null);
  } catch {
    return [];
  }
}

/** Every string in a value, with the nearest key above it. */
function textsIn(value: unknown, key: string): readonly { readonly key: string; readonly value: string }[] {
  if (typeof value === 'string') return [{ key, value }];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name));
}

/** The account of an IAM ARN; other strings unchanged. */
function accountOf(principal: string): string {
  return /^arn:[^:]*:(?:iam|sts)::([^:]*):/.exec(principal)?.[1] ?? principal;
}
