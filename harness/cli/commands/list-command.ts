// `list`: every requirement with its level and the checks that judge it.

import { requirementIds, requirementSet } from '../../catalogue/index.js';
import { exitCodes } from '../../results/exit-code.js';
import { sdkRequirementIds, sdkRequirementSet } from '../../catalogue/sdk-requirements.js';
import { fittedText } from '../output/fitted-text.js';
import { requirementRow } from './requirement-rows.js';
import { sdkRequirementRow } from './sdk-requirement-rows.js';
import type { OutputStream, Terminal } from '../output/terminal.js';

export function listCommand(
  { sdk, json }: { readonly sdk?: boolean; readonly json?: boolean },
  { stdout }: Terminal,
): number {
  if (sdk === true) return listSdk(json === true, stdout);
  const rows = requirementIds.map((id) => requirementRow(id));
  if (json === true) {
    const document = { revision: requirementSet.revision, requirements: rows };
    stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return exitCodes.conforms;
  }
  for (const { id, level, statement, checks, unjudged } of rows) {
    const judged = checks.map((check) => check.id).join(', ');
    const fate = unjudged === null ? judged : `${unjudged.verdict}: ${unjudged.reason}`;
    stdout.write(renderRow({ id, level, statement, fate }, stdout));
  }
  return exitCodes.conforms;
}

function listSdk(json: boolean, stdout: OutputStream): number {
  const rows = sdkRequirementIds.map((id) => sdkRequirementRow(id));
  if (json) {
    const document = { revision: sdkRequirementSet.revision, requirements: rows };
    stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return exitCodes.conforms;
  }
  for (const { id, level, statement, checks } of rows) {
    const fate = checks.map((check) => check.id).join(', ');
    stdout.write(renderRow({ id, level, statement, fate }, stdout));
  }
  return exitCodes.conforms;
}

interface Row {
  readonly id: string;
  readonly level: string;
  readonly statement: string;
  readonly fate: string;
}

function renderRow({ id, level, statement, fate }: Row, stdout: OutputStream): string {
  const head = fittedText(
    `${id.padEnd(8)} ${level.padEnd(6)} ${statement}
`,
    stdout,
    16,
  );
  return (
    head +
    fittedText(
      `${' '.repeat(16)}${fate}
`,
      stdout,
      0,
    )
  );
}
