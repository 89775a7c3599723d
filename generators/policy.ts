// Arbitraries for policies that a conforming service accepts.

import fc from 'fast-check';
import { ownAccountShare, type PolicyDocument, type PolicyTemplate, type TemplateParts } from './policy-templates.js';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const lowerCase = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** `Sid ::= [A-Za-z0-9]+`, the form that IAM documents and every published policy keeps to (POL-14). */
function sid(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
}

/** Account ids that AWS's documentation uses in examples. */
function exampleAccount(): fc.Arbitrary<string> {
  return fc.constantFrom('111122223333', '444455556666', '555555555555', '777788889999');
}

/** `o-` followed by 10 to 32 lower-case letters or digits. */
function organizationId(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...lowerCase), minLength: 10, maxLength: 32 }).map(
    (text) => `o-${text}`,
    (id) => String(id).slice(2),
  );
}

export function templateParts(): fc.Arbitrary<TemplateParts> {
  return fc.record({
    grantee: exampleAccount(),
    sids: fc.tuple(sid(), sid()),
    organization: organizationId(),
    share: fc.uuid(),
    proxy: fc.string({ unit: fc.constantFrom(...lowerCase), minLength: 1, maxLength: 12 }),
  });
}

/** Policies of one published shape. */
export function policyOf(template: PolicyTemplate): fc.Arbitrary<PolicyDocument> {
  return templateParts().map((parts) => template.document(parts));
}

/** Shares with the owner's own account: what a flaw is planted into, because nobody else need exist. */
export function ownerPolicy(): fc.Arbitrary<PolicyDocument> {
  return fc.tuple(sid(), sid()).map((sids) => ownAccountShare(sids));
}
