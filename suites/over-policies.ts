// Input classes in which only the policies vary: the calls are the same each time.

import fc from 'fast-check';
import { ownerPolicy } from '../generators/policy.js';
import type { Case, Step } from '../harness/api/case.js';
import type { InputClass } from '../harness/run/cases/check.js';

/** Where the cases start: on one CA that takes policies, unless stated. */
export type Start = Partial<Pick<Case, 'given' | 'fresh'>>;

/** Cases over two accepted policies that differ; many need the first alone. */
export function overPolicies(
  id: string,
  steps: (first: string, second: string) => readonly Step[],
  start: Start = {},
): InputClass {
  const cases = fc
    .tuple(ownerPolicy(), ownerPolicy())
    .map(([first, second]) => [JSON.stringify(first), JSON.stringify(second)] as const)
    .filter(([first, second]) => first !== second)
    .map(([first, second]): Case => ({ given: ['usable'], ...start, inputClass: id, steps: steps(first, second) }));
  return { id, cases };
}
