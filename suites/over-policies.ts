// Input classes whose cases make the same calls with different policies.

import fc from 'fast-check';
import { ownerPolicy } from '../generators/policy.js';
import type { Case, Step } from '../harness/api/case.js';
import type { InputClass } from '../harness/run/cases/check.js';

/** The CAs of the cases; by default one usable CA. */
export type Start = Partial<Pick<Case, 'given' | 'fresh'>>;

/** Cases over two different accepted policies; many use only the first. */
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
