// `list`: every requirement with its level and the checks that judge it.

import { requirementIds, requirementSet } from '../../catalogue/index.js';
import { sdkRequirementIds, sdkRequirementSet } from '../../catalogue/sdk-requirements.js';
import { fittedText } from '../output/fitted-text.js';
import { requirementRow } from './requirement-rows.js';
import { sdkRequirementRow } from './sdk-requirement-rows.js';

export function listCommand({ sdk, json }: { readonly sdk?: boolean; readonly json?: boolean }): number {
  if (sdk === true) return listSdk(json === true);
  const rows = requirementIds.map((id) => requirementRow(id));
  if (json === true) {
    const document = { revision: requirementSet.revision, requirements: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return 0;
  }
  for (const { id, level, statement, checks, unjudged } of rows) {
    const judged = checks.map((check) => check.id).join(', ');
    const fate = unjudged === null ? judged : `${unjudged.verdict}: ${unjudged.reason}`;
    writeRow(id, level, statement, fate);
  }
  return 0;
}

function listSdk(json: boolean): number {
  const rows = sdkRequirementIds.map((id) => sdkRequirementRow(id));
  if (json) {
    const document = { revision: sdkRequirementSet.revision, requirements: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return 0;
  }
  for (const { id, level, statement, checks } of rows) {
    writeRow(id, level, statement, checks.map((check) => check.id).join(', '));
  }
  return 0;
}

function writeRow(id: string, level: string, statement: string, fate: string): void {
  process.stdout.write(fittedText(`${id.padEnd(8)} ${level.padEnd(6)} ${statement}\n`, process.stdout, 16));
  process.stdout.write(fittedText(`${' '.repeat(16)}${fate}\n`, process.stdout, 0));
}
