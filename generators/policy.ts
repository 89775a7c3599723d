// Arbitraries for policies that a conforming service accepts.

import fc from 'fast-check';
import { ownAccountShare, type PolicyDocument, type PolicyTemplate, type TemplateParts } from './policy-templates.js';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const lowerCase = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** `Sid ::= [A-Za-z0-9]+`, the form that IAM documents and every published policy has (POL-14). */
function sid(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
}

/** Two different Sids of lower-case letters and digits. */
function plainSids(): fc.Arbitrary<readonly [string, string]> {
  const plain = fc.string({ unit: fc.constantFrom(...lowerCase), minLength: 1, maxLength: 12 });
  return fc.tuple(plain, plain).filter(([first, second]) => first !== second);
}

export function templateParts(): fc.Arbitrary<TemplateParts> {
  return fc.record({
    // Tokens for the grantees that the user names, or for examples that may not exist.
    grantee: fc.constant('{{grantee.account}}'),
    sids: plainSids(),
    organization: fc.constant('{{grantee.organization}}'),
    share: fc.uuid(),
    proxy: fc.string({ unit: fc.constantFrom(...lowerCase), minLength: 1, maxLength: 12 }),
  });
}

/** Policies of one published shape. */
export function policyOf(template: PolicyTemplate): fc.Arbitrary<PolicyDocument> {
  return templateParts().map((parts) => template.document(parts));
}

/** Shares with the owner's own account, so that no other grantee has to exist; flaws are inserted into them. */
export function ownerPolicy(): fc.Arbitrary<PolicyDocument> {
  return plainSids().map((sids) => ownAccountShare(sids));
}

/** Two different Sids of any letters and digits (POL-14). */
export function sidPairs(): fc.Arbitrary<readonly [string, string]> {
  return fc.tuple(sid(), sid()).filter(([first, second]) => first !== second);
}
