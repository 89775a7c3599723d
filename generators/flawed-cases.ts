// Cases for one flaw: a valid value is accepted as the control, then the same value with the flaw is judged, twice for a
// policy, with reads before and after.

import fc from 'fast-check';
import type { Case, GivenAuthority } from '../harness/api/case.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { call, get, put } from './calls.js';
import type { ArnFlaw, Draft, EditablePolicy, PolicyFlaw } from './flaw.js';
import { ownerPolicy } from './policy.js';
import { acceptedPolicy, type PolicyDocument } from './policy-templates.js';

/** Cases of a PutPolicy whose policy has the flaw. */
export function flawedPolicyCase(flaw: PolicyFlaw): fc.Arbitrary<Case> {
  return fc.record({ document: ownerPolicy(), pick: picksOf(flaw) }).map(({ document, pick }) => {
    const good = JSON.stringify(document);
    const flawed = flaw.insert(editablePolicy(document), pick);
    const { acceptable, requirement } = flaw;
    return {
      inputClass: flaw.id,
      given: ['usable'],
      edit: flaw.summary,
      steps: [
        put('control', good),
        get('control'),
        put('subject', flawed, { acceptable, requirement }),
        get('subject'),
        put('subject', flawed, { acceptable, requirement }),
        get('subject'),
      ],
    };
  });
}

/** A case that puts a policy twice after an accepted one; the oracle says which answers are allowed. */
export function repeatedPutCase(
  inputClass: string,
  policy: string,
  { given = 'usable', requirement }: { readonly given?: GivenAuthority; readonly requirement?: RequirementId } = {},
): Case {
  const about = requirement === undefined ? {} : { requirement };
  return {
    inputClass,
    given: [given],
    steps: [
      put('control', acceptedPolicy),
      get('control'),
      put('subject', policy, about),
      get('subject'),
      put('subject', policy, about),
      get('subject'),
    ],
  };
}

export function picksOf({ picks }: PolicyFlaw): fc.Arbitrary<number> {
  return picks ?? fc.nat({ max: 9_999 });
}

/** A copy of a policy as text and as an editable object. */
export function editablePolicy(document: PolicyDocument): EditablePolicy {
  const text = JSON.stringify(document);
  const draft: Draft = JSON.parse(text);
  const statements = draft['Statement'];
  return { text, draft, statements: Array.isArray(statements) ? statements : [] };
}

/**
 * Cases of a call whose ARN has the flaw, while the CA has a policy. A put sends another policy, so that a read shows
 * whether the call changed the CA.
 */
export function flawedArnCase(flaw: ArnFlaw, operation: PolicyOperationName): fc.Arbitrary<Case> {
  return fc.record({ policy: ownerPolicy(), arn: flaw.arn }).map(({ policy, arn }) => {
    const acceptable = flaw.acceptableFor?.[operation] ?? flaw.acceptable;
    return {
      inputClass: `${flaw.id}/${operation}`,
      given: ['usable'],
      edit: flaw.summary,
      steps: [
        put('control', JSON.stringify(policy)),
        get('control'),
        call('subject', operation, acceptedPolicy, { arn, acceptable, requirement: flaw.requirement }),
        get('subject'),
      ],
    };
  });
}
