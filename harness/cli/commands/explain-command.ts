// `explain ID`: everything that is known about one requirement.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { exitCodes } from '../../results/exit-code.js';
import type { Step } from '../../api/case.js';
import type { Ledger, LedgerCase } from '../../files/ledger-file.js';
import { isRequirementId, requirementIds } from '../../catalogue/index.js';
import { isSdkRequirementId, sdkRequirementIds, type SdkRequirementId } from '../../catalogue/sdk-requirements.js';
import { usageError } from '../output/failure.js';
import { fittedText } from '../output/fitted-text.js';
import { suggestion } from '../../text/nearest.js';
import { readLedgerFile } from '../options/read-ledger-file.js';
import { examplesOf, requirementRow } from './requirement-rows.js';
import { sdkRequirementRow } from './sdk-requirement-rows.js';
import type { Terminal } from '../output/terminal.js';

export function explainCommand(
  word: string,
  { json, ledger: path }: { readonly json?: boolean; readonly ledger?: string | undefined },
  terminal: Terminal,
): number {
  const { stdout } = terminal;
  const id = word.toUpperCase();
  if (isSdkRequirementId(id)) return explainSdk(id, json === true, terminal);
  if (!isRequirementId(id)) {
    throw usageError(
      `"${word}" is not the id of a requirement; "list" shows them.${suggestion(word, [...requirementIds, ...sdkRequirementIds])}`,
    );
  }
  const row = requirementRow(id);
  const ledger = path === undefined ? undefined : readLedgerFile('--ledger', path);
  const recorded = ledger?.cases.filter(({ requirement }) => requirement === id);
  const { accepted, rejected, edit } = examplesOf(id);
  if (json === true) {
    const examples = {
      accepted: accepted?.operation ?? null,
      rejected: rejected?.operation ?? null,
      edit: edit ?? null,
    };
    stdout.write(
      `${JSON.stringify({ ...row, examples, ...(recorded === undefined ? {} : { recorded }) }, undefined, 2)}\n`,
    );
    return exitCodes.conforms;
  }
  const operations = row.operations.length === 0 ? 'none of the three operations' : row.operations.join(', ');
  const lines = [
    `${id}  ${row.level}, ${row.evidence}, about ${operations}`,
    '',
    row.statement,
    '',
    ...section('acceptable answers, preferred first', row.answers ?? []),
    ...section(
      'checks',
      row.checks.map((check) => `${check.id}: ${check.title}`),
    ),
    ...section('not judged', row.unjudged === null ? [] : [`${row.unjudged.verdict}: ${row.unjudged.reason}`]),
    ...section('accepted, for example', exampleLines(accepted)),
    ...section('refused, for example', exampleLines(rejected)),
    ...section('what separates the two', edit === undefined ? [] : [edit]),
    ...(ledger === undefined ? [] : section(recordedBy(ledger), recordedLines(recorded ?? []))),
    ...section('unknown', row.unknown === undefined ? [] : [row.unknown]),
    ...section(
      'sources',
      row.sources.flatMap(({ title, urls, read }) => [`${title} (read ${read})`, ...urls.map((url) => `  ${url}`)]),
    ),
  ];
  stdout.write(fittedText(`${lines.join('\n')}\n`, stdout));
  return exitCodes.conforms;
}

function recordedBy({ target, region, recordedOn }: Ledger): string {
  return `recorded of ${target} in ${region} on ${recordedOn}, by input class`;
}

function recordedLines(recorded: readonly LedgerCase[]): readonly string[] {
  if (recorded.length === 0) return ['nothing'];
  return recorded.map(({ case: subject, answers, settled, reason }) => {
    const steps = answers.map(({ answer }, index) => `${subject.steps[index]?.operation.kind ?? ''} ${answer}`);
    const words = reason ?? steps.join(', ');
    return terminalText(`${subject.inputClass}: ${settled ? '' : 'not settled: '}${words}`, 1_000);
  });
}

function explainSdk(id: SdkRequirementId, json: boolean, { stdout }: Terminal): number {
  const row = sdkRequirementRow(id);
  if (json) {
    stdout.write(`${JSON.stringify(row, undefined, 2)}\n`);
    return exitCodes.conforms;
  }
  const spoken = row.protocol === undefined ? '' : ` that speak ${row.protocol === 'cbor' ? 'RPC v2 CBOR' : 'JSON'}`;
  const lines = [
    `${id}  ${row.level}, ${row.evidence}, about clients${spoken}`,
    '',
    row.statement,
    '',
    ...row.checks.flatMap((check) => section(`${check.id}: ${check.title}`, check.inputClasses)),
    ...section('unknown', row.unknown === undefined ? [] : [row.unknown]),
    ...section(
      'sources',
      row.sources.flatMap(({ title, urls, read }) => [`${title} (read ${read})`, ...urls.map((url) => `  ${url}`)]),
    ),
  ];
  stdout.write(fittedText(`${lines.join('\n')}\n`, stdout));
  return exitCodes.conforms;
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ''];
}

function exampleLines(step: Step | undefined): readonly string[] {
  if (step === undefined) return [];
  const { kind, input } = step.operation;
  return [kind, ...Object.entries(input).map(([member, value]) => `  ${member} ${String(value)}`)];
}
