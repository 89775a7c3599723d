// `list`: every requirement with its level and the checks that judge it.

import { requirementIds, requirementSet } from '../catalogue/index.js';
import { fittedText } from './fitted-text.js';
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
    process.stdout.write(fittedText(`${id.padEnd(8)} ${level.padEnd(6)} ${statement}\n`, process.stdout, 16));
    process.stdout.write(fittedText(`${' '.repeat(16)}${fate}\n`, process.stdout, 0));
  }
  return 0;
}
