// The session policies of AssumeRole that leave a role with all rights only the rights of a principal.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session

import type { Rights } from './principal.js';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

/** A session policy has to allow something; GetCallerIdentity needs no permission. */
const statements: Readonly<Record<Rights, Readonly<Record<string, string>>>> = {
  all: everything,
  'all-but-put': { Effect: 'Allow', NotAction: 'acm-pca:PutPolicy', Resource: '*' },
  'reads-policy': { Effect: 'Allow', Action: 'acm-pca:GetPolicy', Resource: '*' },
  'acm-only': { Effect: 'Allow', Action: 'acm:*', Resource: '*' },
  none: { Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' },
};

/** The policy; undefined if none is needed. */
export function sessionPolicyFor(rights: Rights): string | undefined {
  if (rights === 'all') return undefined;
  return JSON.stringify({ Version: '2012-10-17', Statement: [statements[rights]] });
}

/** The rights that a session policy leaves; undefined if it is none of those above. */
export function rightsUnder(policy: string): Rights | undefined {
  const normal = normalStatement(policy);
  const found = Object.entries(statements).find(([, statement]) => isSame(normal, statement));
  // The keys are those of the table.
  return found?.[0] as Rights | undefined;
}

/** The only statement, in which an array with one text is that text. */
function normalStatement(policy: string): Readonly<Record<string, unknown>> {
  const parsed = parse(policy);
  const given: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'Statement') : undefined;
  const statement = onlyOf(given);
  if (typeof statement !== 'object' || statement === null) return {};
  return Object.fromEntries(
    Object.entries(statement)
      .filter(([member]) => member !== 'Sid')
      .map(([member, value]) => [member, onlyOf(value)]),
  );
}

function onlyOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function isSame(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const members = Object.keys(other);
  return Object.keys(one).length === members.length && members.every((member) => one[member] === other[member]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a role and a session policy both allow. */
export function bothAllow(one: Rights, other: Rights): Rights {
  if (one === other || other === 'all') return one;
  if (one === 'all') return other;
  const reads = [one, other].includes('reads-policy') && [one, other].includes('all-but-put');
  const acm = [one, other].includes('acm-only') && [one, other].includes('all-but-put');
  if (reads) return 'reads-policy';
  return acm ? 'acm-only' : 'none';
}
