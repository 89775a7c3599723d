// `list`: every requirement with its level and the checks that judge it.

import { requirementIds, requirementSet } from '../catalogue/index.js';
import { requirementRow } from './requirement-rows.js';

export function listCommand({ json }: { readonly json?: boolean }): number {
  const rows = requirementIds.map((id) => requirementRow(id));
  if (json === true) {
    const document = { revision: requirementSet.revision, requirements: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return 0;
  }
  for (const { id, level, statement, checks, unjudged } of rows) {
    const judged = checks.map((check) => check.id).join(', ');
    const fate = unjudged === null ? judged : `${unjudged.verdict}: ${unjudged.reason}`;
    process.stdout.write(`${id.padEnd(8)} ${level.padEnd(6)} ${statement}\n${' '.repeat(16)}${fate}\n`);
  }
  return 0;
}
