// Two targets side by side, as text for a terminal: the shortest differing program of each check.

import pc from 'picocolors';
import type { CheckDifference, Difference, DiffReport } from '../harness/files/diff-report.js';
import { memberText } from './text/member-text.js';
import { terminalText } from './text/terminal-text.js';

export interface TwoTargetsOptions {
  readonly color: boolean;
  /** Shows only differences and the last lines. */
  readonly quiet: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Sorted by the length of the program. */
export function renderTwoTargets(report: DiffReport, { color, quiet }: TwoTargetsOptions): string {
  const colors = pc.createColors(color);
  const differing = report.checks
    .filter(({ differences }) => differences.length > 0)
    .toSorted((one, other) => shortest(one) - shortest(other));
  const blocks = [
    ...(quiet ? [] : [renderHeader(report)]),
    ...differing.map((check) => renderCheck(check, colors)),
    ...(quiet ? [] : [renderNotCompared(report)]),
    renderSummary(report, colors),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function shortest({ differences }: CheckDifference): number {
  return differences[0]?.program.length ?? 0;
}

function renderHeader({ suite, run, left, right }: DiffReport): string {
  return [
    `${suite.name} ${suite.version}, diff, profile ${run.profile}, seed ${run.seed}`,
    `left   ${terminalText(left)}`,
    `right  ${terminalText(right)}`,
  ].join('\n');
}

function renderCheck({ id, requirement, title, differences }: CheckDifference, colors: Colors): string {
  const [first, ...others] = differences;
  return [
    `${colors.red(colors.bold('DIFFER'))} ${colors.bold(requirement)} ${title}  (${id})`,
    ...(first === undefined ? [] : renderDifference(first, colors)),
    ...(others.length === 0 ? [] : [`  also on  ${others.map(({ inputClass }) => inputClass).join(', ')}`]),
  ].join('\n');
}

const judgements = {
  conforms: 'allowed by the evidence',
  violates: 'not allowed by the evidence',
  unknown: 'could not be judged',
} as const;

function renderDifference({ inputClass, program, policies, judged, replay }: Difference, colors: Colors): string[] {
  const width = Math.max(...program.map(({ left }) => terminalText(left, 60).length));
  return [
    `  Shown by ${inputClass}:`,
    ...program.flatMap(({ operation, input, left, right }, index) => {
      const isLast = index === program.length - 1;
      const answers = `left ${terminalText(left, 60).padEnd(width)}  right ${terminalText(right, 60)}`;
      return [
        `    ${index + 1}. ${operation}`,
        ...Object.entries(input).map(([member, value]) => `         ${member} ${terminalText(memberText(value))}`),
        `       -> ${isLast ? colors.red(answers) : answers}`,
      ];
    }),
    ...policies.map((line) => `          ${terminalText(line)}`),
    `  left     ${judgements[judged.left]}`,
    `           ${terminalText(replay.left, 2_000)}`,
    `  right    ${judgements[judged.right]}`,
    `           ${terminalText(replay.right, 2_000)}`,
  ];
}

/** Checks that were not compared, grouped by reason. */
function renderNotCompared({ checks }: DiffReport): string {
  const byReason = new Map<string, string[]>();
  for (const { verdict, reason, id } of checks) {
    if (verdict !== 'not-compared') continue;
    byReason.set(reason ?? '', [...(byReason.get(reason ?? '') ?? []), id]);
  }
  return [...byReason]
    .map(([reason, ids]) => `not compared: ${terminalText(reason)} (${terminalText(ids.join(', '))})`)
    .join('\n');
}

function renderSummary({ checks, run, leftovers, exit }: DiffReport, colors: Colors): string {
  const count = (verdict: CheckDifference['verdict']): number =>
    checks.filter((check) => check.verdict === verdict).length;
  const exitLine = `exit ${exit.code}: ${terminalText(exit.reason)}`;
  return [
    `same ${count('same')}, differ ${count('differs')}, not compared ${count('not-compared')}`,
    `${run.calls.left} calls to the left, ${run.calls.right} to the right, in ${(run.durationMs / 1000).toFixed(1)} s`,
    ...leftovers.map(({ side, arn, reason }) => `left over, ${side}: ${terminalText(arn)}: ${terminalText(reason)}`),
    exit.code === 0 ? colors.green(exitLine) : colors.red(exitLine),
  ].join('\n');
}
