// GitHub annotations: an error for each failed check, a warning for each check without a verdict.

import { isKnown } from '../harness/files/is-known.js';
import type { CheckReport, Report } from '../harness/files/report.js';
import { terminalText } from './text/terminal-text.js';

/** GitHub shows ten of each kind per step; more would only lengthen the log. */
const maxOfAKind = 10;

/** Workflow commands, one per line; empty if there are none. */
export function renderGithubAnnotations({ checks, exit }: Pick<Report, 'checks' | 'exit'>): string {
  const failed = checks.filter((check) => check.verdict === 'fail' && !isKnown(check));
  const missed = checks.filter(
    ({ verdict, level }) => level !== 'note' && (verdict === 'indeterminate' || verdict === 'vacuous'),
  );
  const commands = [
    ...failed.slice(0, maxOfAKind).map((check) => command('error', titleOf(check), describe(check))),
    ...missed
      .slice(0, maxOfAKind)
      .map((check) => command('warning', titleOf(check), `${check.verdict}: ${check.reason ?? ''}`)),
    // A run can fail without a failed check.
    ...(failed.length === 0 && exit.code !== 0
      ? [command('error', 'pca-conformance', `exit ${exit.code}: ${exit.reason}`)]
      : []),
  ];
  return commands.map((line) => `${line}\n`).join('');
}

function titleOf({ requirement, title }: CheckReport): string {
  return `${requirement} ${title}`;
}

function describe({ id, failures: [failure] }: CheckReport): string {
  if (failure === undefined) return id;
  const { guarantee, inputClass, expected, actual, replay } = failure;
  return [`${guarantee} Shown by ${inputClass}.`, `expected ${expected.join(' or ')}, actual ${actual}`, replay]
    .map((line) => terminalText(line, 1_000))
    .join('\n');
}

/** Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, escapes as in @actions/core. */
function command(kind: 'error' | 'warning', title: string, message: string): string {
  return `::${kind} title=${escapeProperty(terminalText(title, 200))}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
