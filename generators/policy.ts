// Arbitraries for policies that a conforming service accepts.

import fc from 'fast-check';
import { ownAccountShare, type PolicyDocument, type PolicyTemplate, type TemplateParts } from './policy-templates.js';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const lowerCase = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

// Created once, because fast-check looks for dangerous names in the unit of each arbitrary of strings, which takes a millisecond.

/** `Sid ::= [A-Za-z0-9]+`, the form that IAM documents and every published policy has (POL-14). */
const sid = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });

const plainSid = fc.string({ unit: fc.constantFrom(...lowerCase), minLength: 1, maxLength: 12 });

/** Two different Sids of lower-case letters and digits. */
const plainSids: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(plainSid, plainSid)
  .filter(([first, second]) => first !== second);

export const templateParts: fc.Arbitrary<TemplateParts> = fc.record({
  // Tokens for the grantees that the user names, or for examples that may not exist.
  grantee: fc.constant('{{grantee.account}}'),
  sids: plainSids,
  organization: fc.constant('{{grantee.organization}}'),
  share: fc.uuid(),
  proxy: plainSid,
});

/** Policies of one published shape. */
export function policyOf(template: PolicyTemplate): fc.Arbitrary<PolicyDocument> {
  return templateParts.map((parts) => template.document(parts));
}

/** Shares with the owner's own account, so that no other grantee has to exist; flaws are inserted into them. */
export function ownerPolicy(): fc.Arbitrary<PolicyDocument> {
  return plainSids.map((sids) => ownAccountShare(sids));
}

/** Two different Sids of any letters and digits (POL-14). */
export function sidPairs(): fc.Arbitrary<readonly [string, string]> {
  return fc.tuple(sid, sid).filter(([first, second]) => first !== second);
}
