// Variants that refuse forms of a policy, or refuse them with another error. `overlooks` of `mutate.ts` accepts forms that the
// reference service refuses.

import { answers, isRefused, refusal, refuses, type ServiceMutation } from './mutate.js';
import { hasStatement, isPlainObject, listed, type PlainObject } from './documents.js';

/** Gives refusals for the content of a policy another error name. */
export function renamesRefusals(when: (text: string) => boolean, error = 'ValidationException'): ServiceMutation {
  return answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && when(input.Policy) ? refusal(error) : undefined,
  );
}

/** Refuses policies, whether the reference service accepts them or refuses them for their content. */
export function refusesForms(when: (text: string) => boolean, error: string): ServiceMutation {
  return refuses(
    ['PutPolicy'],
    error,
    ({ input }, right) =>
      (right.kind === 'success' || isRefused(right, 'InvalidPolicyException')) && when(input.Policy),
  );
}

/** One line of a condition: `StringEquals`, `aws:PrincipalOrgID`, the value. */
export interface ConditionEntry {
  readonly operator: string;
  readonly key: string;
  readonly value: unknown;
}

export function entriesOf({ Condition }: PlainObject): readonly ConditionEntry[] {
  if (!isPlainObject(Condition)) return [];
  return Object.entries(Condition).flatMap(([operator, block]) =>
    isPlainObject(block) ? Object.entries(block).map(([key, value]) => ({ operator, key, value })) : [],
  );
}

/** Whether a statement names the condition key, in any case. */
export function hasKey(statement: PlainObject, key: string): boolean {
  return entriesOf(statement).some((entry) => entry.key.toLowerCase() === key.toLowerCase());
}

/** Whether a statement of the text has a condition entry that satisfies the predicate. */
export function hasEntry(
  isMeant: (entry: ConditionEntry, statement: PlainObject) => boolean,
): (text: string) => boolean {
  return hasStatement((statement) => entriesOf(statement).some((entry) => isMeant(entry, statement)));
}

/** The principals of type AWS; none if there is no such type. */
export function awsPrincipalsOf({ Principal }: PlainObject): readonly unknown[] {
  return isPlainObject(Principal) ? listed(Principal['AWS']) : [];
}
