// Claims about a Policy as a string: its length, its characters, and that it is a JSON object.

import { get, put } from '../generators/calls.js';
import { flawedPolicyCase } from '../generators/flawed-cases.js';
import { ownerPolicy } from '../generators/policy.js';
import { policyTextFlaws } from '../generators/policy-text-flaws.js';
import type { PolicyFlaw } from '../generators/flaw.js';
import type { Case } from '../harness/api/case.js';
import type { Constraints } from '../harness/api/constraints.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check, Stratum } from '../harness/run/check.js';

function refusesTexts(flaws: readonly PolicyFlaw[], requirement: RequirementId, id: string, title: string): Check {
  return {
    id: `policy-text/${id}`,
    requirement,
    title,
    strata: flaws
      .filter((flaw) => flaw.requirement === requirement)
      .map((flaw) => ({ id: flaw.id, cases: flawedPolicyCase(flaw) })),
  };
}

/** Puts a rewritten policy and reads it back; where the oracle allows a refusal, nothing may have changed. */
function keepsText(id: string, rewrite: (policy: string) => string): Stratum {
  const cases = ownerPolicy().map((policy): Case => {
    const good = JSON.stringify(policy);
    return {
      stratum: id,
      given: ['usable'],
      steps: [put('control', good), get('control'), put('subject', rewrite(good)), get('subject')],
    };
  });
  return { id, cases };
}

function withFirstSid(policy: string, sid: string): string {
  const document: { Statement: { Sid: string }[] } = JSON.parse(policy);
  const [first] = document.Statement;
  if (first !== undefined) first.Sid = sid;
  return JSON.stringify(document);
}

/** The same document in other white space and key order. */
const spellings: readonly Stratum[] = [
  keepsText('spelling/indented', (policy) => JSON.stringify(JSON.parse(policy), undefined, 2)),
  keepsText('spelling/tabs', (policy) => JSON.stringify(JSON.parse(policy), undefined, '\t')),
  keepsText('spelling/carriage-returns', (policy) =>
    JSON.stringify(JSON.parse(policy), undefined, 1).replaceAll('\n', '\r\n'),
  ),
  keepsText('spelling/space-around', (policy) => ` \n${policy}\r\n\t`),
  keepsText('spelling/sorted-keys', sortedKeys),
];

function sortedKeys(policy: string): string {
  return JSON.stringify(JSON.parse(policy, (_key, value: unknown) => sorted(value)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function policyTextChecks(constraints: Constraints): readonly Check[] {
  const flaws = policyTextFlaws(constraints);
  const { undisputedPolicyLength: undisputed } = constraints;
  return [
    {
      id: 'policy-text/accepts-the-undisputed-maximum',
      requirement: 'POL-01',
      title: 'accepts a policy of as many characters as every revision of the model allows',
      strata: [keepsText('length/undisputed-maximum', (policy) => `${policy}{{fill:20:${undisputed}}}`)],
    },
    refusesTexts(flaws, 'POL-02', 'refuses-other-lengths', 'refuses a policy that is empty or too long'),
    refusesTexts(
      flaws,
      'POL-03',
      'refuses-other-characters',
      'refuses a policy with a character outside the documented class',
    ),
    {
      id: 'policy-text/keeps-allowed-characters',
      requirement: 'POL-03',
      title: 'keeps every character at the edges of the allowed class, or refuses it and changes nothing',
      level: 'any-of',
      strata: ['\u0080', '\u009f', '\u00a0', '\u00ff', '\u007e', '\u007f'].map((character) =>
        keepsText(`character/u${character.charCodeAt(0).toString(16).padStart(4, '0')}`, (policy) =>
          withFirstSid(policy, `a${character}`),
        ),
      ),
    },
    ...keepsLongPolicies(constraints),
    refusesTexts(flaws, 'POL-05', 'refuses-what-is-no-json-object', 'refuses a policy that is not a JSON object'),
    refusesTexts(flaws, 'POL-06', 'refuses-what-is-nearly-json', 'refuses a policy that is JSON but for a small fault'),
    {
      id: 'policy-text/accepts-any-spelling',
      requirement: 'POL-08',
      title: 'accepts a policy in any white space and key order',
      strata: spellings,
    },
  ];
}

/** Above the maximum of the older models it is open whether a policy is stored; those models leave no such length. */
function keepsLongPolicies({ policy: { maxLength }, undisputedPolicyLength }: Constraints): readonly Check[] {
  if (maxLength === undisputedPolicyLength) return [];
  return [
    {
      id: 'policy-text/keeps-long-policies',
      requirement: 'POL-04',
      title: 'keeps a policy between the former and the present maximum, or refuses it and changes nothing',
      strata: [
        keepsText('length/above-undisputed-maximum', (policy) => `${policy}{{fill:20:${undisputedPolicyLength + 1}}}`),
        keepsText('length/maximum', (policy) => `${policy}{{fill:20:${maxLength}}}`),
        keepsText('length/maximum-in-sid', (policy) => withFirstSid(policy, `{{fill:61:${maxLength}}}`)),
      ],
    },
  ];
}
