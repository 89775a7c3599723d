// Input classes of cases about access, which differ in the parts of their policies that are free.
// This folder holds the checks on what a policy does: who may use a CA.

import fc from 'fast-check';
import { templateParts } from '../../generators/policy.js';
import type { TemplateParts } from '../../generators/policy-templates.js';
import type { Case, Step } from '../../harness/api/case.js';
import type { InputClass } from '../../harness/run/cases/check.js';

/** The CAs of the cases; by default one that is ACTIVE. */
export type Start = Partial<Pick<Case, 'given' | 'fresh'>>;

/** An input class whose cases make the same calls. */
export function caseOf(id: string, steps: (parts: TemplateParts) => readonly Step[], start: Start = {}): InputClass {
  const cases = templateParts.map((parts): Case => ({
    given: ['ACTIVE'],
    ...start,
    inputClass: id,
    steps: steps(parts),
  }));
  return { id, cases };
}

/** The same with a value that each case draws. */
export function drawnCaseOf<Value>(
  id: string,
  values: readonly [Value, ...Value[]],
  steps: (value: Value, parts: TemplateParts) => readonly Step[],
  start: Start = {},
): InputClass {
  const cases = fc
    .tuple(fc.constantFrom(...values), templateParts)
    .map(([value, parts]): Case => ({ given: ['ACTIVE'], ...start, inputClass: id, steps: steps(value, parts) }));
  return { id, cases };
}

export const twoAuthorities: Start = { given: ['ACTIVE', 'ACTIVE'] };
