// Checks on Policy as a string: its length, its characters, and that it is a JSON object.

import fc from 'fast-check';
import { get, put } from '../generators/calls.js';
import { flawedPolicyCase } from '../generators/flawed-cases.js';
import type { PolicyFlaw } from '../generators/flaw.js';
import { ownerPolicy } from '../generators/policy.js';
import {
  escapedCharacters,
  escapedLoneSurrogate,
  keptCharacters,
  unnecessaryEscapes,
} from '../generators/policy-characters.js';
import { disputedLengths, undisputedLengths, undisputedLengthsOfOpenForms } from '../generators/policy-lengths.js';
import { policyOpenForms } from '../generators/policy-open-forms.js';
import { policyTextFlaws } from '../generators/policy-text-flaws.js';
import { respell, whiteSpaceAndKeyOrder } from '../generators/spelling.js';
import type { Case } from '../harness/api/case.js';
import type { Constraints } from '../harness/api/constraints.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';

/** An input class for each row: the text is put twice, with reads before and after. */
function inputClassesOf(rows: readonly PolicyFlaw[]): readonly InputClass[] {
  return rows.map((row) => ({ id: row.id, cases: flawedPolicyCase(row) }));
}

function rejectsTexts(flaws: readonly PolicyFlaw[], requirement: RequirementId, id: string, title: string): Check {
  return {
    id: `policy-text/${id}`,
    requirement,
    title,
    inputClasses: inputClassesOf(flaws.filter((flaw) => flaw.requirement === requirement)),
  };
}

/** An input class that puts a policy in another spelling and reads it back. */
function acceptsSpelling<Choice>(
  id: string,
  choices: fc.Arbitrary<Choice>,
  rewrite: (policy: string, choice: Choice) => string,
): InputClass {
  const cases = fc.record({ policy: ownerPolicy(), choice: choices }).map(({ policy, choice }): Case => {
    const good = JSON.stringify(policy);
    return {
      inputClass: id,
      given: ['usable'],
      steps: [put('control', good), get('control'), put('subject', rewrite(good, choice)), get('subject')],
    };
  });
  return { id, cases };
}

function named(id: string, rewrite: (policy: string) => string): InputClass {
  return acceptsSpelling(`spelling/${id}`, fc.constant(undefined), rewrite);
}

/** The same document with other white space or key order. */
const spellings: readonly InputClass[] = [
  named('indented', (policy) => JSON.stringify(JSON.parse(policy), undefined, 2)),
  named('tabs', (policy) => JSON.stringify(JSON.parse(policy), undefined, '\t')),
  named('carriage-returns', (policy) => JSON.stringify(JSON.parse(policy), undefined, 1).replaceAll('\n', '\r\n')),
  named('space-after', (policy) => `${policy}\r\n\t`),
  named('sorted-keys', sortedKeys),
  acceptsSpelling('spelling/any', whiteSpaceAndKeyOrder(), respell),
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
  return [
    ...lengthChecks(constraints),
    rejectsTexts(flaws, 'POL-02', 'rejects-empty-or-too-long-policies', 'rejects a policy that is empty or too long'),
    rejectsTexts(
      flaws,
      'POL-03',
      'rejects-other-characters',
      'rejects a policy with a character outside the documented class',
    ),
    ...characterChecks,
    rejectsTexts(flaws, 'POL-05', 'rejects-non-object-json', 'rejects a policy that is not a JSON object'),
    rejectsTexts(flaws, 'POL-06', 'rejects-malformed-json', 'rejects a policy that is malformed JSON'),
    {
      id: 'policy-text/accepts-any-white-space-and-key-order',
      requirement: 'POL-08',
      title: 'accepts a policy with any white space and key order',
      inputClasses: spellings,
    },
    {
      id: 'policy-text/handles-leading-white-space-consistently',
      requirement: 'POL-08',
      title: 'accepts or rejects a policy with leading white space consistently',
      // Every observed policy begins with a brace, and IAM's own parser rejects leading white space.
      level: 'any-of',
      inputClasses: inputClassesOf(policyOpenForms.filter(({ requirement }) => requirement === 'POL-08')),
    },
  ];
}

function lengthChecks(constraints: Constraints): readonly Check[] {
  const disputed = disputedLengths(constraints);
  return [
    {
      id: 'policy-text/accepts-the-undisputed-maximum',
      requirement: 'POL-01',
      title: 'does not reject a policy as too long whose length every revision of the model allows',
      inputClasses: inputClassesOf(undisputedLengths(constraints)),
    },
    {
      id: 'policy-text/handles-long-elements-consistently',
      requirement: 'POL-01',
      title: 'accepts or rejects a policy of the same length with one long element consistently',
      // The length is allowed, but no published policy has so long an element or leading white space.
      level: 'any-of',
      inputClasses: inputClassesOf(undisputedLengthsOfOpenForms(constraints)),
    },
    // No length is disputed in the older revisions.
    ...(disputed.length === 0
      ? []
      : [
          {
            id: 'policy-text/keeps-long-policies',
            requirement: 'POL-04',
            title:
              'keeps a policy between the former and the present maximum length, or rejects it and changes nothing',
            inputClasses: inputClassesOf(disputed),
          } as const,
        ]),
  ];
}

const characterChecks: readonly Check[] = [
  {
    id: 'policy-text/keeps-allowed-characters',
    requirement: 'POL-03',
    title: 'keeps every character at the edges of the allowed class, or rejects it and changes nothing',
    level: 'any-of',
    inputClasses: inputClassesOf(keptCharacters),
  },
  {
    id: 'policy-text/handles-escaped-characters-consistently',
    requirement: 'POL-03',
    title: 'accepts or rejects the JSON escape of any character consistently',
    level: 'any-of',
    inputClasses: inputClassesOf(escapedCharacters),
  },
  {
    id: 'policy-text/handles-escaped-lone-surrogates-consistently',
    requirement: 'POL-03',
    title: 'accepts or rejects the JSON escape of a lone surrogate consistently',
    level: 'note',
    inputClasses: inputClassesOf([escapedLoneSurrogate]),
  },
  {
    id: 'policy-text/handles-unnecessary-escapes-consistently',
    requirement: 'POL-08',
    title: 'accepts or rejects unnecessary escapes consistently',
    // Only other white space and key order were observed.
    level: 'any-of',
    inputClasses: inputClassesOf(unnecessaryEscapes),
  },
];
