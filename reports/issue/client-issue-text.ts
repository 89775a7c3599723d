// A failing check of a client as the text of an issue for the tracker of the client.

import type { CheckReport, FailureReport, Report } from '../../harness/files/report.js';
import { code, fenced, plain } from '../text/markdown-text.js';
import { sourcesOf, statementOf } from '../requirement-words.js';
import { terminalText } from '../text/terminal-text.js';

/** The maximum length of a line; a policy of the maximum length is one line. */
const maxLineLength = 2_000;

/** Markdown: the title, then the text. The check has failed. */
export function renderClientIssue({ target }: Pick<Report, 'target'>, check: CheckReport): string {
  const { requirement, failures } = check;
  // Published results keep the details of the first failure only.
  const [first] = failures;
  if (first === undefined) return '';
  return [
    `# ACM PCA client: ${plain(terminalText(first.actual, 80))} (${plain(target.name)})`,
    '',
    `**Documented** (${plain(requirement)}): ${plain(statementOf(requirement))}`,
    '',
    ...sourcesOf(requirement).map(({ title, url }) => `- [${plain(title)}](${url})`),
    '',
    `**Expected:** ${plain(first.guarantee)} ${first.expected.map((each) => code(each)).join(' or ')}`,
    '',
    `**Actual:** ${code(first.actual)}`,
    '',
    '## Calls, and the answers of the service',
    '',
    ...first.program.map(
      ({ operation, input, answer }) => `- ${code(`${operation} ${JSON.stringify(input)}`)} ended with ${code(answer)}`,
    ),
    '',
    fenced(
      first.differences.map((line) => terminalText(line, maxLineLength)),
      'text',
    ),
    '',
    ...otherCases(failures),
    `Found by pca-conformance (check ${plain(check.id)}), with a server that gives these answers; the same again:`,
    '',
    fenced([terminalText(first.replay, maxLineLength)]),
    '',
  ].join('\n');
}

function otherCases([, ...others]: readonly FailureReport[]): readonly string[] {
  if (others.length === 0) return [];
  const lines = others.map(({ inputClass, actual }) => `- ${plain(inputClass)}: ${code(actual)}`);
  return ['## Other cases', '', ...lines, ''];
}
