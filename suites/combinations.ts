// Checks on pairs of policy forms: each pair is accepted or rejected consistently, in any spelling and CA state.

import fc from 'fast-check';
import { coveringArray, type FactorValues } from '../generators/covering-array.js';
import { repeatedPutCase } from '../generators/flawed-cases.js';
import { templateParts } from '../generators/policy.js';
import { shareFactors, shareOf } from '../generators/share.js';
import { anySpelling, compact, whiteSpaceAndKeyOrder, respell, type Spelling } from '../generators/spelling.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';

const factors = {
  ...shareFactors,
  spelling: ['compact', 'respelt', 'escaped'],
  state: ['usable', 'ACTIVE'],
} as const;

type Combination = FactorValues<typeof factors>;

const rows = coveringArray(factors);

/** The rows of the covering array for one state of the CA; each keeps its number in the whole array. */
function combinationsIn(state: Combination['state']): readonly InputClass[] {
  return rows.flatMap((row, index) => (row.state === state ? [combination(index + 1, row)] : []));
}

function combination(number: number, row: Combination): InputClass {
  const { principal, template, order, actions, sids, spelling } = row;
  const forms = [principal, `template-${template}`, order, `actions-${actions}`, sids, spelling];
  const id = `pairs/${String(number).padStart(2, '0')}-${forms.join('-')}`;
  const cases = fc
    .record({ parts: templateParts, spelt: spellings[spelling] })
    .map(({ parts, spelt }) =>
      repeatedPutCase(id, respell(JSON.stringify(shareOf(row, parts)), spelt), { given: row.state }),
    );
  return { id, cases };
}

const spellings: Readonly<Record<Combination['spelling'], fc.Arbitrary<Spelling>>> = {
  compact: fc.constant(compact),
  respelt: whiteSpaceAndKeyOrder(),
  escaped: anySpelling(),
};

export const combinationChecks: readonly Check[] = [
  {
    id: 'combinations/handles-pairs-of-forms-consistently',
    requirement: 'POL-29',
    phase: 'pairs',
    title: 'accepts or rejects any two forms together consistently',
    inputClasses: combinationsIn('usable'),
  },
  {
    id: 'combinations/handles-pairs-of-forms-consistently-while-active',
    requirement: 'POL-29',
    phase: 'pairs',
    title: 'accepts or rejects any two forms together consistently on an ACTIVE CA',
    needs: ['states'],
    inputClasses: combinationsIn('ACTIVE'),
  },
];
