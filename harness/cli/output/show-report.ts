// Shows a report on the terminal, and hands it to whoever reads stdout.

import { randomBytes } from 'node:crypto';
import { renderConsole } from '../../../reports/console.js';
import { renderGithubAnnotations } from '../../../reports/github-annotations.js';
import { renderJson } from '../../../reports/json.js';
import type { Report } from '../../files/report.js';
import { usesColor } from './color.js';

export interface ShowFlags {
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly out: string;
}

/** `appendix` follows the report; with `--json`, stdout has the report alone. */
export function showReport(report: Report, { json, color, quiet, out }: ShowFlags, appendix = ''): void {
  const render = (stream: NodeJS.WriteStream): string =>
    renderConsole(report, {
      color: usesColor(stream, { color }),
      quiet: quiet === true,
      outDir: out,
      // A terminal that does not know its width says 0.
      columns: stream.isTTY && stream.columns > 0 ? stream.columns : undefined,
    });
  const shown = (stream: NodeJS.WriteStream): string => withAnnotations(report, render(stream) + appendix);
  if (json === true) {
    process.stderr.write(shown(process.stderr));
    process.stdout.write(renderJson(report));
    return;
  }
  process.stdout.write(shown(process.stdout));
}

/**
 * In a job of GitHub, what failed is also shown beside the log. The text before is not searched for commands, which a
 * target could have written into its answers; nobody can know the word that ends this.
 */
function withAnnotations(report: Report, text: string): string {
  if (process.env['GITHUB_ACTIONS'] !== 'true') return text;
  const word = randomBytes(16).toString('hex');
  return `::stop-commands::${word}\n${text}\n::${word}::\n${renderGithubAnnotations(report)}`;
}

/** Said once, and no fault of the run; empty where none remains. */
export function remainingLine(remaining: number): string {
  return remaining === 0 ? '' : `the target has no operation to remove CAs: ${remaining} remain\n`;
}
