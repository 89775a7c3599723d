// Shows a report on the terminal, and writes it to stdout for other programs.

import { randomBytes } from 'node:crypto';
import { renderConsole } from '../../../reports/console.js';
import { renderGithubAnnotations } from '../../../reports/github-annotations.js';
import { renderJson } from '../../../reports/json.js';
import { exchangeLimitBytes } from '../../files/exchange-file.js';
import type { Report } from '../../files/report.js';
import { usesColor } from './color.js';
import type { OutputStream, Terminal } from './terminal.js';

export interface ShowOptions {
  readonly json: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly outDir: string;
}

/** `appendix` follows the report; with `--json`, stdout has the report alone. */
export function showReport(
  report: Report,
  { json, color, quiet, outDir }: ShowOptions,
  { stdout, stderr, env }: Terminal,
  appendix = '',
): void {
  const render = (stream: OutputStream): string =>
    renderConsole(report, {
      color: usesColor(stream, { color }, env),
      quiet,
      outDir,
      // A terminal of unknown width reports 0.
      columns: stream.isTTY === true && (stream.columns ?? 0) > 0 ? stream.columns : undefined,
    });
  const shown = (stream: OutputStream): string => withAnnotations(report, render(stream) + appendix, env);
  if (json) {
    stderr.write(shown(stderr));
    stdout.write(renderJson(report));
    return;
  }
  stdout.write(shown(stdout));
}

/**
 * In a GitHub job, failures are also shown as annotations. Workflow commands are stopped in the text before, because a
 * target could have put some into its answers; the word that resumes them is random.
 */
function withAnnotations(report: Report, text: string, env: Terminal['env']): string {
  if (env['GITHUB_ACTIONS'] !== 'true') return text;
  const word = randomBytes(16).toString('hex');
  return `::stop-commands::${word}\n${text}\n::${word}::\n${renderGithubAnnotations(report)}`;
}

/** Says what a file of exchanges does not hold; undefined if it holds all. */
export function leftOutNotice(path: string | undefined, leftOut = 0): string | undefined {
  if (path === undefined || leftOut === 0) return undefined;
  const limit = exchangeLimitBytes / 1_024 / 1_024;
  return `${path} has reached its limit of ${limit} MiB; ${leftOut} exchanges after that are not in it.\n`;
}

/** Printed once, and not a fault of the run; empty if none remains. */
export function remainingLine(remaining: number): string {
  return remaining === 0 ? '' : `the target has no operation to remove CAs: ${remaining} remain\n`;
}
