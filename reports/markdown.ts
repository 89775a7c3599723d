// The report as GitHub Flavored Markdown, for the summary of a CI job or a comment; all untrusted text is inline code.

import { linesOfFault } from '../harness/files/fault.js';
import { isKnown } from '../harness/files/is-known.js';
import type { CheckReport, FailureReport, Report } from '../harness/files/report.js';
import { baselineWords, divergenceWords, durationWords, headlineOf, percent } from './headline.js';
import { countOf } from '../harness/text/count.js';
import { renderHistoryDiagram } from './history/history-diagram.js';
import { knownFailuresOf, knownWords } from './known-failures.js';
import { code, fenced, plain } from './text/markdown-text.js';
import { addressesOf, statementOf } from './requirement-words.js';
import { nameOfCall } from './text/call-name.js';
import { terminalText } from './text/terminal-text.js';
import { groupedNumber } from '../harness/text/grouped-number.js';

/** The number of failed checks shown in full; GitHub accepts a summary of at most 1 MiB. */
const shownInFull = 30;
const shownInList = 300;

export function renderMarkdown(report: Report): string {
  const failed = report.checks.filter((check) => check.verdict === 'fail' && !isKnown(check));
  const blocks = [
    `# ${headlineOf(report).message}: ${code(report.target.name, 200)}`,
    renderNumbers(report),
    ...renderTrouble(report),
    ...(failed.length === 0 ? [] : ['## Failures', renderFailedTable(failed)]),
    ...failed.slice(0, shownInFull).map((check) => renderFailure(check)),
    ...renderKnown(report),
    ...renderUndecided(report.checks),
    renderFooter(report),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderNumbers(report: Report): string {
  const { summary, requirementSet, run } = report;
  const { pass, fail } = summary.verdicts;
  return [
    '| divergence | coverage | calls | time |',
    '| --- | --- | --- | --- |',
    `| **${divergenceWords(summary)}** (${fail} of ${pass + fail} judged)${baselineWords(report)} | **${percent(summary.coverage)}** (${pass + fail} of ${requirementSet.checks} checks) | ${groupedNumber(run.calls)} | ${durationWords(run.durationMs)} |`,
    '',
    verdictCounts(summary.verdicts),
  ].join('\n');
}

function verdictCounts(verdicts: Report['summary']['verdicts']): string {
  return Object.entries(verdicts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${verdict} ${count}`)
    .join(', ');
}

/** Problems of the run itself. */
function renderTrouble({ run, exit, leftovers, faults }: Report): readonly string[] {
  const lines = [
    ...(run.complete ? [] : [`The run did not finish: ${code(run.stopped ?? exit.reason)}`]),
    ...faults.flatMap((fault) => linesOfFault(fault).map((line) => code(line))),
    ...leftovers.map(({ arn, reason }) => `Left over: ${code(arn)}: ${code(reason)}`),
  ];
  if (lines.length === 0) return [];
  return [['> [!WARNING]', ...lines.slice(0, 20).map((line) => `> ${line}  `)].join('\n')];
}

function renderFailedTable(failed: readonly CheckReport[]): string {
  const rows = failed
    .slice(0, shownInList)
    .map(
      ({ requirement, level, title, inputClasses, failures }) =>
        `| ${plain(requirement)} | ${level} | ${plain(title)} | ${failures.length} of ${inputClasses.length} |`,
    );
  const rest = failed.length - rows.length;
  return [
    '| requirement | level | claim | failing input classes |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(rest > 0 ? ['', `... and ${countOf(rest, 'more failed check')} in \`results.json\``] : []),
  ].join('\n');
}

function renderFailure(check: CheckReport): string {
  const { requirement, level, title } = check;
  const [failure, ...otherFailures] = check.failures;
  const links = addressesOf(requirement).map((url, index) => `[source ${index + 1}](${url})`);
  const others = otherFailures.filter(({ known }) => known === undefined).map(({ inputClass }) => inputClass);
  return [
    `<details><summary><b>${plain(requirement)}</b> ${plain(title)} (${level})</summary>`,
    '',
    ...quote(statementOf(requirement)),
    ...(links.length === 0 ? [] : [links.join(', '), '']),
    ...(failure === undefined ? [] : renderFailureDetails(failure)),
    ...(others.length === 0
      ? []
      : ['', `Also on ${others.length} more input classes: ${code(others.join(', '), 1_000)}`]),
    '',
    '</details>',
  ].join('\n');
}

function quote(statement: string): readonly string[] {
  return statement === '' ? [] : [`> ${plain(statement)}`, ''];
}

function renderFailureDetails(failure: FailureReport): readonly string[] {
  const { guarantee, inputClass, program, expected, actual, differences, control, history, replay, aws } = failure;
  const calls = program.map(
    (call, index) =>
      `${index + 1}. ${code(`${nameOfCall(call)} ${JSON.stringify(call.input)}`, 800)} was answered with ${code(call.answer, 300)}`,
  );
  return [
    `${plain(guarantee)} Shown by ${code(inputClass)}:`,
    '',
    ...calls,
    '',
    ...(history === null ? [] : [fenced(renderHistoryDiagram(history, { width: 100 }).split('\n'), 'text'), '']),
    `- expected ${code(expected.join(' or '))}`,
    `- actual ${code(actual)}`,
    ...differences.slice(0, 20).map((line) => `- ${code(line, 400)}`),
    ...(control === null ? [] : [`- accepted in the same run; the one difference: ${code(control.edit)}`]),
    '',
    fenced([replay, aws].map((line) => terminalText(line, 3_000))),
  ];
}

/** The failures in the baseline, and entries of it that are out of date. */
function renderKnown({ checks, baseline }: Report): readonly string[] {
  const known = checks.flatMap((check) => knownFailuresOf(check));
  const lines = [
    ...(baseline?.outOfDate ?? []).map(({ words }) => `- out of date: ${code(words, 300)}`),
    ...known.map(
      (failure) => `- ${code(failure.check)}: ${code(failure.signature, 200)}: ${code(knownWords(failure), 300)}`,
    ),
  ];
  return lines.length === 0 ? [] : ['## Known failures', lines.slice(0, shownInList).join('\n')];
}

function renderUndecided(checks: readonly CheckReport[]): readonly string[] {
  const missed = checks.filter(({ verdict }) => ['indeterminate', 'blocked', 'vacuous'].includes(verdict));
  if (missed.length === 0) return [];
  const lines = missed
    .slice(0, shownInList)
    .map(({ id, verdict, reason }) => `- ${verdict}: ${code(id)}: ${code(reason ?? '', 300)}`);
  return ['## Without a verdict', lines.join('\n')];
}

function renderFooter({ suite, requirementSet, run, exit }: Report): string {
  return `<sub>${suite.name} ${plain(suite.version)}, requirement set ${plain(requirementSet.revision)}, profile ${run.profile}, seed ${run.seed}, ${plain(run.startedAt)}; exit ${exit.code}: ${plain(exit.reason)}</sub>`;
}
