// The report as text for a terminal.

import pc from 'picocolors';
import { linesOfFault } from '../harness/files/fault.js';
import { isKnown } from '../harness/files/is-known.js';
import type { CallReport, CheckReport, FailureReport, Report } from '../harness/files/report.js';
import { renderExchange } from './text/exchange-text.js';
import { renderHistoryDiagram } from './history/history-diagram.js';
import { memberText } from './text/member-text.js';
import { knownFailuresOf, knownWords } from './known-failures.js';
import { addressesOf, statementOf } from './requirement-words.js';
import { baselineWords } from './headline.js';
import { nameOfCall } from './text/call-name.js';
import { terminalText } from './text/terminal-text.js';
import { differenceBetween } from './text/text-difference.js';
import { wrappedLine } from './text/wrapped-line.js';

export interface ConsoleOptions {
  readonly color: boolean;
  /** Shows only failures and the last lines. */
  readonly quiet: boolean;
  /** The folder that the run wrote its files to. */
  readonly outDir: string;
  /** The width of the terminal; absent if there is none. Lines to copy are never wrapped. */
  readonly columns?: number | undefined;
}

/** The format of the output: its colours and its width. */
interface Page {
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Wraps a line; lines after the first begin with the indent. */
  readonly wrap: (line: string, indent?: string) => string;
  readonly diagramWidth: number;
}

/** The indent of the text of a failure, after its label. */
const failureIndent = ' '.repeat(11);

/** The maximum and the minimum width of a diagram, in characters. */
const diagramWidth = { widest: 116, narrowest: 60 } as const;

/** Verdicts that are listed individually, because something was not tested. */
const remarkable = ['indeterminate', 'blocked', 'vacuous', 'unsupported'] as const;

export function renderConsole(report: Report, options: ConsoleOptions): string {
  const page = createPage(options);
  const blocks = [
    ...(options.quiet ? [] : [renderHeader(report, page)]),
    ...report.checks
      .filter((check) => check.verdict === 'fail' && !isKnown(check))
      .map((check) => renderFailure(check, page)),
    renderKnown(report, page),
    ...(options.quiet ? [] : [renderRemarks(report, page)]),
    renderSummary(report, options, page),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function createPage({ color, columns }: ConsoleOptions): Page {
  const { widest, narrowest } = diagramWidth;
  return {
    colors: pc.createColors(color),
    wrap: (line, indent = '  ') => wrappedLine(line, columns, indent),
    diagramWidth: columns === undefined ? widest : Math.min(widest, Math.max(narrowest, columns - 4)),
  };
}

function renderHeader({ suite, requirementSet, run, target }: Report, { wrap }: Page): string {
  const capabilities = Object.entries(target.capabilities).map(
    ([name, { available }]) => `${name} ${available ? 'yes' : 'no'}`,
  );
  return [
    `${suite.name} ${suite.version}, requirement set ${requirementSet.revision}, profile ${run.profile}, seed ${run.seed}`,
    `target ${terminalText(target.name)} in ${target.region}` +
      (target.usableStatus === null ? '' : `, CAs in state ${target.usableStatus}`),
    ...(capabilities.length === 0 ? [] : [`capabilities: ${capabilities.join(', ')}`]),
  ]
    .map((line) => wrap(line))
    .join('\n');
}

/** One failed check, to be shown outside of a report. */
export function renderFailedCheck(check: CheckReport): string {
  return renderFailure(check, createPage({ color: false, quiet: false, outDir: '' }));
}

function renderFailure(check: CheckReport, page: Page): string {
  const { colors, wrap } = page;
  const [failure, ...otherFailures] = check.failures;
  const lines = [
    wrap(
      `${colors.red(colors.bold('FAIL'))} ${colors.bold(check.requirement)} ${check.title}  (${check.id}, ${check.level})`,
    ),
  ];
  const statement = statementOf(check.requirement);
  if (statement !== '') lines.push(wrap(`  ${statement}`));
  lines.push(
    ...addressesOf(check.requirement)
      .slice(0, 2)
      .map((url) => `  ${colors.dim(url)}`),
  );
  if (failure !== undefined) lines.push(...renderFailureDetails(failure, page));
  const others = otherFailures.filter(({ known }) => known === undefined);
  if (others.length > 0) {
    lines.push(wrap(`  also on  ${others.map(({ inputClass }) => inputClass).join(', ')}`, failureIndent));
  }
  return lines.join('\n');
}

/** The failures in the baseline, one line each, and entries of it that are out of date. */
function renderKnown({ checks, baseline }: Report, { colors, wrap }: Page): string {
  const known = checks
    .flatMap((check) => knownFailuresOf(check))
    .map((failure) =>
      wrap(
        `${colors.yellow('known')} ${terminalText(failure.check)}, "${terminalText(failure.signature)}": ${terminalText(knownWords(failure))}`,
      ),
    );
  const outOfDate = (baseline?.outOfDate ?? []).map(({ words }) =>
    wrap(`${colors.red('out of date')} ${terminalText(words)}`),
  );
  return [...grouped(known), ...outOfDate].join('\n');
}

function renderFailureDetails(failure: FailureReport, page: Page): string[] {
  const { colors, wrap } = page;
  return [
    wrap(`  ${failure.guarantee} Shown by ${failure.inputClass}:`),
    ...renderProgram(failure, page),
    wrap(`  expected ${colors.green(failure.expected.join(' or '))}`, failureIndent),
    wrap(`  actual   ${colors.red(terminalText(failure.actual))}`, failureIndent),
    ...failure.differences.map((line) => wrap(`${failureIndent}${terminalText(line)}`, failureIndent)),
    ...renderControl(failure, page),
    `  replay   ${terminalText(failure.replay, 2_000)}`,
    `  aws cli  ${terminalText(failure.aws, 4_000)}`,
    ...renderCurl(failure),
    ...renderTrace(failure),
  ];
}

/** Only for what the AWS CLI cannot send. A line may be followed by those of a document. */
function renderCurl({ program, curl }: FailureReport): string[] {
  const last = program.at(-1);
  if (curl === null || (last?.operation !== 'RawRequest' && last?.protocol !== 'cbor')) return [];
  const [first = '', ...document] = curl.split('\n');
  return [`  curl     ${terminalText(first, 4_000)}`, ...document.map((line) => terminalText(line, 4_000))];
}

/** The requests and answers, if the run recorded them. */
function renderTrace({ program }: FailureReport): string[] {
  return program.flatMap(({ exchange }, index) => {
    if (exchange === undefined) return [];
    const [first = '', ...rest] = renderExchange(exchange);
    return [`  trace    ${index + 1}. ${first}`, ...rest.map((line) => `              ${line}`)];
  });
}

/** Overlapping calls are drawn as a diagram, because their order matters. */
function renderProgram({ program, history }: FailureReport, { diagramWidth: width }: Page): string[] {
  if (history === null) return program.flatMap((call, index) => renderCall(call, index));
  const drawn = renderHistoryDiagram(history, { width });
  return drawn
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}

function renderCall(call: CallReport, index: number): string[] {
  const { input, answer } = call;
  const members = Object.entries(input).map(([member, value]) => `${member} ${terminalText(memberText(value))}`);
  return [
    `    ${index + 1}. ${nameOfCall(call)}`,
    ...members.map((line) => `         ${line}`),
    `       -> ${terminalText(answer)}`,
  ];
}

function renderControl({ control, program }: FailureReport, { wrap }: Page): string[] {
  if (control === null) return [];
  const failing = program.at(-1)?.input ?? {};
  const differing = Object.keys(control.input).filter((member) => control.input[member] !== failing[member]);
  return [
    wrap(`  control  accepted in the same run; the one difference: ${control.edit}`, failureIndent),
    ...differing.flatMap((member) => {
      const { left, right } = excerpts(memberText(control.input[member]), memberText(failing[member]));
      return [
        `           accepted ${member} ${terminalText(left, 200)}`,
        `           sent     ${member} ${terminalText(right, 200)}`,
      ];
    }),
  ];
}

/** The part in which two texts differ, with some context. */
function excerpts(one: string, another: string): { readonly left: string; readonly right: string } {
  const context = 24;
  const { before, after, left, right } = differenceBetween(one, another);
  const start = before.length > context ? `...${before.slice(-context)}` : before;
  const end = after.length > context ? `${after.slice(0, context)}...` : after;
  return { left: `${start}${left}${end}`, right: `${start}${right}${end}` };
}

function renderRemarks({ checks }: Report, { colors, wrap }: Page): string {
  const missed = remarkable.flatMap((verdict) => {
    const byReason = new Map<string, string[]>();
    for (const check of checks.filter((each) => each.verdict === verdict)) {
      byReason.set(check.reason ?? '', [...(byReason.get(check.reason ?? '') ?? []), check.id]);
    }
    return [...byReason].map(
      ([reason, ids]) => `${colors.yellow(verdict)} ${terminalText(reason)} (${terminalText(ids.join(', '))})`,
    );
  });
  const notes = checks.flatMap((check) => notesOf(check)).map((text) => `${colors.cyan('note')} ${terminalText(text)}`);
  return [...grouped(missed), ...grouped(notes)].map((line) => wrap(line)).join('\n');
}

/** The notes of a check, `inputClass: wording`, grouped by wording. */
function notesOf({ requirement, notes }: CheckReport): readonly string[] {
  const inputClasses = new Map<string, string[]>();
  for (const note of notes) {
    const [inputClass = '', ...wording] = note.split(': ');
    const text = wording.join(': ');
    inputClasses.set(text, [...(inputClasses.get(text) ?? []), inputClass]);
  }
  return [...inputClasses].map(([text, names]) => `${requirement} ${text} (${names.join(', ')})`);
}

/** At most twenty lines of a kind; `results.json` has all of them. */
function grouped(lines: readonly string[]): readonly string[] {
  const shown = 20;
  return lines.length <= shown
    ? lines
    : [...lines.slice(0, shown), `... and ${lines.length - shown} more in results.json`];
}

function renderSummary(report: Report, { outDir }: ConsoleOptions, { colors, wrap }: Page): string {
  const { summary, requirementSet, run, exit, leftovers, faults } = report;
  const counts = Object.entries(summary.verdicts).filter(([, count]) => count > 0);
  const judged = summary.verdicts.pass + summary.verdicts.fail;
  const divergence = summary.divergence === null ? 'nothing judged' : `${(summary.divergence * 100).toFixed(1)} %`;
  const exitLine = `exit ${exit.code}: ${terminalText(exit.reason)}`;
  return [
    counts.map(([verdict, count]) => `${verdict} ${count}`).join(', '),
    `divergence ${divergence}${baselineWords(report)}, coverage ${judged} of ${requirementSet.checks} checks, ${run.calls} calls in ${(run.durationMs / 1000).toFixed(1)} s`,
    ...(run.throttled === 0 ? [] : [`${run.throttled} calls were throttled and sent again`]),
    ...((run.transient ?? 0) === 0
      ? []
      : [`${run.transient} answers said nothing about the input and were requested again`]),
    ...leftovers.map(({ arn, reason }) => `left over: ${terminalText(arn)}: ${terminalText(reason)}`),
    ...faults.flatMap((fault) => linesOfFault(fault).map((line) => terminalText(line))),
    `files in ${outDir}`,
    exit.code === 0 ? colors.green(exitLine) : colors.red(exitLine),
  ]
    .map((line) => wrap(line))
    .join('\n');
}
