// `list`: every requirement with its level and the checks that judge it.

import { allChecks } from '../../suites/all-checks.js';
import { requirementIds, requirements, requirementSet } from '../catalogue/index.js';

export function listCommand({ json }: { readonly json?: boolean }): number {
  const rows = requirementIds.map((id) => {
    const { level, statement, unjudged } = requirements[id];
    const checks = allChecks.filter(({ requirement }) => requirement === id).map((check) => check.id);
    return { id, level, statement, checks, unjudged: unjudged ?? null };
  });
  if (json === true) {
    process.stdout.write(
      `${JSON.stringify({ revision: requirementSet.revision, requirements: rows }, undefined, 2)}\n`,
    );
    return 0;
  }
  for (const { id, level, statement, checks, unjudged } of rows) {
    const judged =
      checks.length > 0
        ? checks.join(', ')
        : `${unjudged?.verdict ?? 'not-testable'}: ${unjudged?.reason ?? 'no check judges it yet'}`;
    process.stdout.write(`${id.padEnd(8)} ${level.padEnd(6)} ${statement}\n${' '.repeat(16)}${judged}\n`);
  }
  return 0;
}
