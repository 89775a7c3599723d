// Another spelling changes the text of a policy, but not its meaning.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyOf } from '../generators/policy.js';
import { policyTemplates } from '../generators/policy-templates.js';
import { anySpelling, compact, respell, whiteSpaceAndKeyOrder, type Spelling } from '../generators/spelling.js';
import { policiesAreEquivalent } from '../harness/model/policy/policy-equivalence.js';

const policyText = fc
  .oneof(...policyTemplates.map((template) => policyOf(template)))
  .map((policy) => JSON.stringify(policy));

describe('a policy in another spelling', () => {
  test('is equivalent to the original', () => {
    fc.assert(
      fc.property(policyText, anySpelling(), (policy, spelling) => {
        expect(policiesAreEquivalent(policy, respell(policy, spelling))).toBe(true);
      }),
    );
  });

  test('is the same JSON value if only white space and key order change', () => {
    fc.assert(
      fc.property(policyText, whiteSpaceAndKeyOrder(), (policy, spelling) => {
        expect(JSON.parse(respell(policy, spelling))).toEqual(JSON.parse(policy));
      }),
    );
  });

  test('keeps the tokens of the CA intact', () => {
    const tokensOf = (text: string): readonly string[] => (text.match(/\{\{ca0\.\w+\}\}/g) ?? []).toSorted();
    fc.assert(
      fc.property(policyText, anySpelling(), (policy, spelling) => {
        expect(tokensOf(respell(policy, spelling))).toEqual(tokensOf(policy));
      }),
    );
  });

  test('is the same text in the compact spelling', () => {
    fc.assert(
      fc.property(policyText, (policy) => {
        expect(respell(policy, compact)).toBe(policy);
      }),
    );
  });
});

test('a spelling can be read', () => {
  const spelling: Spelling = {
    gaps: ['', ' '],
    ranks: [1, 0],
    characters: ['upper-case-escape', 'solidus'],
    actions: 'list',
  };
  expect(respell('{"Action":"a/b","Sid":"c"}', spelling)).toBe(
    String.raw`{ "\u0053i\u0064": "c", "\u0041c\u0074i\u006Fn": ["\u0061\/\u0062" ]} `,
  );
});
