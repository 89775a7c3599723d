// Checks on call sequences: the policy of a CA depends only on the calls that succeeded on it.

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
  callSequences,
  puts,
  repeats,
  type CallKind,
} from '../generators/call-sequences.js';
import type { GivenAuthority } from '../harness/api/case.js';
import type { Constraints } from '../harness/api/constraints.js';
import { requirements, type RequirementId } from '../harness/catalogue/index.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { otherAuthority } from './policy-content.js';

/** Every run covers each length. Longer sequences use more CAs. */
const lengths = [
  { name: 'short', calls: { min: 2, max: 5 }, authorities: 2 },
  { name: 'medium', calls: { min: 6, max: 20 }, authorities: 3 },
  { name: 'long', calls: { min: 21, max: 60 }, authorities: 4 },
] as const;

/** Mostly reads, so that a change is seen soon after it was made. */
const documentedCalls: readonly CallKind[] = [gets(5), puts(3), deletes(1)];

/** As many deletes as puts, and reads between them. */
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

/** Whether the requirement can fail a target; those of level note cannot, so their flaws are left out. */
function canFail({ requirement }: { readonly requirement: RequirementId }): boolean {
  return requirements[requirement].level !== 'note';
}

/** Call sequences of each length, over one CA, two, or as many as the length allows. */
function overLengths(
  id: string,
  kinds: readonly CallKind[],
  given: readonly GivenAuthority[] = ['usable', 'usable', 'usable', 'usable'],
): readonly InputClass[] {
  return lengths.map(({ name, calls, authorities }) => {
    const inputClass = `sequence/${id}-${name}`;
    const cases = callSequences({ inputClass, calls, kinds, given: given.slice(0, authorities) });
    return { id: inputClass, cases, longestCaseCalls: calls.max };
  });
}

/** Every call has exactly one documented answer, so a wrong answer is a failure at any level. */
const documentedSequences: readonly Check[] = [
  {
    id: 'sequences/keeps-the-last-policy',
    requirement: 'PP-01',
    title: 'returns exactly the policy that was put last, until it is deleted',
    phase: 'sequences',
    inputClasses: overLengths('one-authority', documentedCalls, ['usable']),
  },
  {
    id: 'sequences/returns-no-deleted-policy',
    requirement: 'DP-01',
    title: 'returns no policy after a delete, until one is put again',
    phase: 'sequences',
    inputClasses: overLengths('deletes', deletingCalls, ['usable']),
  },
  {
    id: 'sequences/keeps-authorities-apart',
    requirement: 'ISO-01',
    title: 'keeps the policies of several CAs apart, in any order of puts and deletes',
    phase: 'sequences',
    inputClasses: overLengths('several-authorities', documentedCalls),
  },
];

export function sequenceChecks(constraints: Constraints): readonly Check[] {
  return [
    ...documentedSequences,
    {
      id: 'sequences/keeps-policies-after-rejections',
      requirement: 'GP-07',
      title: 'changes nothing by a rejected call, whichever calls came before',
      phase: 'sequences',
      inputClasses: overLengths('mixed', mixedCalls(constraints)),
    },
    {
      id: 'sequences/handles-state-changes-consistently',
      requirement: 'ST-04',
      title: 'succeeds, or rejects the call and changes nothing, while CAs are disabled, enabled, deleted and restored',
      needs: ['states', 'restore'],
      // PutPolicy and GetPolicy on a DELETED CA are judged at level note, so a sequence calls neither.
      phase: 'sequences',
      inputClasses: overLengths('states', callsThroughStates, ['ACTIVE', 'ACTIVE']),
    },
  ];
}
