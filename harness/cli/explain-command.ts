// `explain ID`: one requirement with all that is known of it.

import type { Step } from '../api/case.js';
import { isRequirementId, requirementIds } from '../catalogue/index.js';
import { isSdkRequirementId, sdkRequirementIds, type SdkRequirementId } from '../catalogue/sdk-requirements.js';
import { usageError } from './failure.js';
import { fittedText } from './fitted-text.js';
import { suggestion } from './nearest.js';
import { examplesOf, requirementRow } from './requirement-rows.js';
import { sdkRequirementRow } from './sdk-requirement-rows.js';

export function explainCommand(word: string, { json }: { readonly json?: boolean }): number {
  const id = word.toUpperCase();
  if (isSdkRequirementId(id)) return explainSdk(id, json === true);
  if (!isRequirementId(id)) {
    throw usageError(
      `"${word}" is not the id of a requirement; "list" shows them.${suggestion(word, [...requirementIds, ...sdkRequirementIds])}`,
    );
  }
  const row = requirementRow(id);
  const { accepted, rejected, edit } = examplesOf(id);
  if (json === true) {
    const examples = {
      accepted: accepted?.operation ?? null,
      rejected: rejected?.operation ?? null,
      edit: edit ?? null,
    };
    process.stdout.write(`${JSON.stringify({ ...row, examples }, undefined, 2)}\n`);
    return 0;
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
    ...section('unknown', row.unknown === undefined ? [] : [row.unknown]),
    ...section(
      'sources',
      row.sources.flatMap(({ title, urls, read }) => [`${title} (read ${read})`, ...urls.map((url) => `  ${url}`)]),
    ),
  ];
  process.stdout.write(fittedText(`${lines.join('\n')}\n`, process.stdout));
  return 0;
}

function explainSdk(id: SdkRequirementId, json: boolean): number {
  const row = sdkRequirementRow(id);
  if (json) {
    process.stdout.write(`${JSON.stringify(row, undefined, 2)}\n`);
    return 0;
  }
  const lines = [
    `${id}  ${row.level}, ${row.evidence}, about clients`,
    '',
    row.statement,
    '',
    ...row.checks.flatMap((check) => section(`${check.id}: ${check.title}`, check.strata)),
    ...section('unknown', row.unknown === undefined ? [] : [row.unknown]),
    ...section(
      'sources',
      row.sources.flatMap(({ title, urls, read }) => [`${title} (read ${read})`, ...urls.map((url) => `  ${url}`)]),
    ),
  ];
  process.stdout.write(fittedText(`${lines.join('\n')}\n`, process.stdout));
  return 0;
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ''];
}

function exampleLines(step: Step | undefined): readonly string[] {
  if (step === undefined) return [];
  const { kind, input } = step.operation;
  return [kind, ...Object.entries(input).map(([member, value]) => `  ${member} ${String(value)}`)];
}
