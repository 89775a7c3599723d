// Cases around one flaw: the good value is accepted, the same value with the flaw is judged, twice, and the policy that
// was there is read before and after.

import fc from 'fast-check';
import type { Case, GivenAuthority } from '../harness/api/case.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { call, get, put } from './calls.js';
import type { ArnFlaw, Draft, PlantedPolicy, PolicyFlaw } from './flaw.js';
import { ownerPolicy } from './policy.js';
import { acceptedPolicy, type PolicyDocument } from './policy-templates.js';

/** Cases of a PutPolicy whose policy has the flaw. */
export function flawedPolicyCase(flaw: PolicyFlaw): fc.Arbitrary<Case> {
  return fc.record({ document: ownerPolicy(), pick: picksOf(flaw) }).map(({ document, pick }) => {
    const good = JSON.stringify(document);
    const flawed = flaw.plant(plantedPolicy(document), pick);
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

/** A case that puts a policy twice after one that is accepted; what is allowed is left to the oracle. */
export function settled(
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

/** A fresh copy of a policy, in the forms that a flaw may start from. */
export function plantedPolicy(document: PolicyDocument): PlantedPolicy {
  const text = JSON.stringify(document);
  const draft: Draft = JSON.parse(text);
  const statements = draft['Statement'];
  return { text, draft, statements: Array.isArray(statements) ? statements : [] };
}

/**
 * Cases of a call whose ARN has the flaw, beside a CA that carries a policy. What is put under the flawed ARN is another
 * policy, so that a read shows whether the call acted on the CA after all.
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
