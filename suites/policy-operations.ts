// Checks on putting, getting and deleting a policy, and on the isolation of CAs.

import { arnToken, get, put, remove } from '../generators/calls.js';
import { policyOf } from '../generators/policy.js';
import { policyTemplates, type PolicyDocument } from '../generators/policy-templates.js';
import type { Case } from '../harness/api/case.js';
import type { Check } from '../harness/run/cases/check.js';
import { overPolicies, type Start } from './over-policies.js';

function jsonOf(policy: PolicyDocument): string {
  return JSON.stringify(policy);
}

/** The same policy for the second CA of a case. */
function forSecondAuthority(policy: string): string {
  return policy.replaceAll('{{ca0.', '{{ca1.');
}

/** The policy with an escaped U+0416 in its first Sid. */
function withEscapedSid(policy: string): string {
  return policy.replace('"Sid":"', String.raw`"Sid":"\u0416`);
}

/** The requirements on shares with grantees other than the owner. */
const foreignShares: readonly string[] = ['POL-10', 'POL-11', 'POL-13'];

const second = { arn: arnToken(1) };
const twoFreshAuthorities: Start = { given: ['usable', 'usable'], fresh: true };

export const putPolicyChecks: readonly Check[] = [
  {
    id: 'put-policy/replaces-the-policy',
    requirement: 'PP-01',
    title: 'replaces the previous policy',
    inputClasses: [
      overPolicies('replace/once', (first, next) => [put('control', first), put('subject', next), get('subject')]),
      overPolicies('replace/and-back', (first, next) => [
        put('control', first),
        put('subject', next),
        put('subject', first),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'put-policy/accepts-the-same-policy-again',
    requirement: 'PP-02',
    title: 'accepts the same policy a second time and keeps it',
    inputClasses: [
      overPolicies('repeat/twice', (first) => [put('control', first), put('subject', first), get('subject')]),
    ],
  },
];

export const getPolicyChecks: readonly Check[] = [
  {
    id: 'get-policy/returns-not-found-without-a-policy',
    requirement: 'GP-01',
    title: 'returns ResourceNotFoundException if no policy was ever attached',
    inputClasses: [
      // The policy on the second CA rules out a target that never finds a policy, or finds that of any CA.
      overPolicies(
        'none/never-put',
        (first) => [
          get('subject'),
          put('control', forSecondAuthority(first), second),
          get('control', second),
          get('subject'),
        ],
        twoFreshAuthorities,
      ),
    ],
  },
  {
    id: 'get-policy/returns-the-stored-policy',
    requirement: 'GP-03',
    title: 'returns a document equivalent to the one that was put',
    // A target may reject the other templates, because their grantees need not exist.
    required: policyTemplates.filter(({ requirement }) => !foreignShares.includes(requirement)).length + 1,
    inputClasses: [
      overPolicies('read-back/over-another', (first, next) => [
        put('control', first),
        put('control', next),
        get('subject'),
      ]),
      ...policyTemplates.map((template) => ({
        id: `read-back/${template.id}`,
        cases: policyOf(template).map((policy): Case => ({
          inputClass: `read-back/${template.id}`,
          given: ['usable'],
          steps: [put('control', jsonOf(policy)), get('subject')],
        })),
      })),
    ],
  },
  {
    id: 'get-policy/returns-only-documented-characters',
    requirement: 'GP-05',
    title: 'returns a document of the documented characters, also if the put policy has an escape',
    // It is open whether a Sid may contain such a character, so the put may be rejected.
    level: 'any-of',
    inputClasses: [
      overPolicies('read-back/escaped-character', (first) => [
        put('control', first),
        put('subject', withEscapedSid(first)),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'get-policy/changes-nothing',
    requirement: 'GP-07',
    title: 'changes nothing, even if it is called repeatedly',
    inputClasses: [
      overPolicies('read/three-times', (first) => [
        put('control', first),
        get('control'),
        get('subject'),
        get('subject'),
      ]),
    ],
  },
];

export const deletePolicyChecks: readonly Check[] = [
  {
    id: 'delete-policy/removes-the-policy',
    requirement: 'DP-01',
    title: 'removes the policy, so that GetPolicy returns ResourceNotFoundException',
    // All but the last, which needs a target that rejects the text.
    required: 3,
    inputClasses: [
      overPolicies('delete/once', (first) => [put('control', first), remove('subject'), get('subject')]),
      overPolicies('delete/between-puts', (first, next) => [
        put('control', first),
        remove('subject'),
        put('control', next),
        get('subject'),
      ]),
      overPolicies('delete/and-put-again', (first) => [
        put('control', first),
        remove('subject'),
        get('subject'),
        put('subject', first),
        get('subject'),
      ]),
      overPolicies('delete/after-a-refusal', (first) => [
        put('control', first),
        // Whether this text is rejected is not judged here; if it is accepted, the case shows nothing.
        put('subject', 'no policy', { guarantee: 'declared-error' }),
        remove('subject'),
        get('subject'),
      ]),
    ],
  },
  {
    id: 'delete-policy/succeeds-without-a-policy',
    requirement: 'DP-02',
    title: 'succeeds if no policy is attached',
    inputClasses: [
      overPolicies(
        'delete/never-put',
        (first) => [remove('subject'), get('subject'), put('control', first), get('control')],
        { fresh: true },
      ),
      overPolicies('delete/twice', (first) => [
        put('control', first),
        get('control'),
        remove('control'),
        remove('subject'),
        get('subject'),
      ]),
    ],
  },
];

export const isolationChecks: readonly Check[] = [
  {
    id: 'isolation/changes-only-the-named-authority',
    requirement: 'ISO-01',
    title: 'acts only on the CA that the ARN names',
    inputClasses: [
      overPolicies('isolation/put', (first) => [put('control', first), get('subject', second)], twoFreshAuthorities),
      overPolicies(
        'isolation/replace',
        (first, next) => [
          put('control', first),
          get('control'),
          put('control', forSecondAuthority(next), second),
          get('subject'),
        ],
        twoFreshAuthorities,
      ),
      overPolicies(
        'isolation/delete',
        (first, next) => [
          put('control', first),
          get('control'),
          put('control', forSecondAuthority(next), second),
          remove('control', second),
          get('subject'),
        ],
        twoFreshAuthorities,
      ),
      overPolicies(
        'isolation/delete-where-none-is',
        (first) => [put('control', first), get('control'), remove('control', second), get('subject')],
        twoFreshAuthorities,
      ),
      overPolicies(
        'isolation/each-keeps-its-own',
        (first, next) => [
          put('control', first),
          put('control', forSecondAuthority(next), second),
          get('control', second),
          remove('subject'),
          get('subject', second),
          get('subject'),
        ],
        twoFreshAuthorities,
      ),
    ],
  },
  {
    id: 'isolation/keeps-other-policies-after-rejections',
    requirement: 'GP-07',
    title: 'changes no policy by a rejected call on another CA',
    inputClasses: [
      overPolicies(
        'isolation/refused-put',
        (first) => [put('control', first), get('control'), put('subject', 'no policy', second), get('subject')],
        twoFreshAuthorities,
      ),
      overPolicies(
        'isolation/refused-put-where-none-is',
        (first) => [put('control', first), put('subject', 'no policy'), get('subject', second)],
        twoFreshAuthorities,
      ),
    ],
  },
];
