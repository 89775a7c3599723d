// Whether one policy contains the statements of another.

import { policiesAreEquivalent } from './policy-equivalence.js';

/** Whether `whole` contains an equivalent of each statement of `part`; false if either is not a policy. Pure. */
export function policyContains(whole: string, part: string): boolean {
  const [outer, inner] = [statementsOf(whole), statementsOf(part)];
  return inner.length > 0 && inner.every((statement) => outer.some((each) => policiesAreEquivalent(statement, each)));
}

/** Whether two policies have a statement in common. Pure. */
export function policiesOverlap(left: string, right: string): boolean {
  const others = statementsOf(right);
  return statementsOf(left).some((statement) => others.some((each) => policiesAreEquivalent(statement, each)));
}

/** Each statement as a policy of its own. */
function statementsOf(text: string): readonly string[] {
  try {
    const document: unknown = JSON.parse(text);
    const isDocument = typeof document === 'object' && document !== null && 'Statement' in document;
    const statements: readonly unknown[] = isDocument ? [document.Statement].flat() : [];
    return statements.map((statement) => JSON.stringify({ Statement: [statement] }));
  } catch {
    return [];
  }
}
