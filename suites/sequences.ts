// Claims about calls in any order: what a CA carries follows from the calls that succeeded on it, and from nothing else.

import { arnFlaws } from '../generators/arn-flaws.js';
import { policyContentFlaws } from '../generators/policy-content-flaws.js';
import { policyOpenForms } from '../generators/policy-open-forms.js';
import { policyTextFlaws } from '../generators/policy-text-flaws.js';
import {
  deletes,
  flawedArns,
  flawedPuts,
  gets,
  moves,
  programs,
  puts,
  repeats,
  type CallKind,
} from '../generators/programs.js';
import type { GivenAuthority } from '../harness/api/case.js';
import type { Constraints } from '../harness/api/constraints.js';
import { requirements, type RequirementId } from '../harness/catalogue/index.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { otherAuthority } from './policy-content.js';

/** Each length is visited in every run; the longer a program, the more CAs share its calls. */
const lengths = [
  { name: 'short', calls: { min: 2, max: 5 }, authorities: 2 },
  { name: 'medium', calls: { min: 6, max: 20 }, authorities: 3 },
  { name: 'long', calls: { min: 21, max: 60 }, authorities: 4 },
] as const;

/** Reads outnumber everything else, so that a change is seen soon after it was made. */
const documentedCalls: readonly CallKind[] = [gets(5), puts(3), deletes(1)];

/** Reads before and after each deletion. */
const deletingCalls: readonly CallKind[] = [gets(5), puts(3), deletes(3)];

const callsThroughStates: readonly CallKind[] = [gets(5), puts(2), deletes(2), moves(4)];

function mixedCalls(constraints: Constraints): readonly CallKind[] {
  const flaws = [...policyTextFlaws(constraints), ...policyContentFlaws];
  return [
    gets(12),
    puts(3),
    deletes(1),
    repeats(2),
    flawedPuts(
      3,
      flaws.filter((flaw) => canFail(flaw)),
    ),
    flawedPuts(
      1,
      policyOpenForms.filter((form) => canFail(form) && form.id !== otherAuthority),
    ),
    flawedArns(
      1,
      arnFlaws(constraints).filter((flaw) => canFail(flaw)),
    ),
  ];
}

/** What is judged at level note fails nothing, so it has no place beside calls that can fail. */
function canFail({ requirement }: { readonly requirement: RequirementId }): boolean {
  return requirements[requirement].level !== 'note';
}

/** Programs of each length, over one CA, over two, or over as many as the length has room for. */
function overLengths(
  id: string,
  kinds: readonly CallKind[],
  given: readonly GivenAuthority[] = ['usable', 'usable', 'usable', 'usable'],
): readonly InputClass[] {
  return lengths.map(({ name, calls, authorities }) => {
    const inputClass = `sequence/${id}-${name}`;
    const cases = programs({ inputClass, calls, kinds, given: given.slice(0, authorities) });
    return { id: inputClass, cases, longestCaseCalls: calls.max };
  });
}

/** Every call is documented and every answer to it has one name, so that a wrong one is a failure at any level. */
const documentedSequences: readonly Check[] = [
  {
    id: 'sequences/keep-the-last-policy',
    requirement: 'PP-01',
    title: 'carries the policy that was put last, whole and alone, until it is deleted',
    phase: 'sequences',
    inputClasses: overLengths('one-authority', documentedCalls, ['usable']),
  },
  {
    id: 'sequences/keep-deleted-policies-away',
    requirement: 'DP-01',
    title: 'carries no policy once it was deleted, until one is put again',
    phase: 'sequences',
    inputClasses: overLengths('deletes', deletingCalls, ['usable']),
  },
  {
    id: 'sequences/keep-authorities-apart',
    requirement: 'ISO-01',
    title: 'keeps the policies of several CAs apart, in whatever order they are put and deleted',
    phase: 'sequences',
    inputClasses: overLengths('several-authorities', documentedCalls),
  },
];

export function sequenceChecks(constraints: Constraints): readonly Check[] {
  return [
    ...documentedSequences,
    {
      id: 'sequences/survive-refusals',
      requirement: 'GP-07',
      title: 'changes nothing by a call that it refuses, whatever was called before',
      phase: 'sequences',
      inputClasses: overLengths('mixed', mixedCalls(constraints)),
    },
    {
      id: 'sequences/hold-through-states',
      requirement: 'ST-04',
      title: 'works, or refuses and changes nothing, while CAs are disabled, enabled, deleted and restored',
      needs: ['states', 'restore'],
      // PutPolicy and GetPolicy on a deleted CA are judged at level note, so a program calls neither.
      phase: 'sequences',
      inputClasses: overLengths('states', callsThroughStates, ['ACTIVE', 'ACTIVE']),
    },
  ];
}
