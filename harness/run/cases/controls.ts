// Remembers which controls never succeed on a target, so that not every case spends its calls to find out.

import type { Controls, Unobserved } from './case-run.js';

/** After so many failed controls of one operation without a success, the next is assumed to fail too. */
const maxFailedControls = 20;

export function createControls(): Controls {
  const proven = new Set<string>();
  const failures = new Map<string, { readonly count: number; readonly result: Unobserved }>();
  return {
    predictUnobserved(steps) {
      // A call that is judged earlier may fail the target, whatever the result of the control after it.
      const judged = steps.findIndex(({ role }) => role === 'subject');
      const before = steps.slice(0, judged < 0 ? steps.length : judged);
      const [neverSucceeding] = before
        .map(({ operation: { kind } }) => failures.get(kind))
        .filter((failure) => failure !== undefined && failure.count >= maxFailedControls);
      if (neverSucceeding === undefined) return undefined;
      const { result } = neverSucceeding;
      return {
        ...result,
        reason: `${result.reason}, as the first ${maxFailedControls} times, so that it was not tried`,
      };
    },
    succeeded(operation) {
      proven.add(operation);
      failures.delete(operation);
    },
    failed(operation, result) {
      if (proven.has(operation)) return;
      failures.set(operation, { count: (failures.get(operation)?.count ?? 0) + 1, result });
    },
  };
}
