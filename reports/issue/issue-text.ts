// A counterexample as the text of an issue for the tracker of the target.

import type { CaseFile } from '../../harness/files/case-file.js';
import { shellQuote } from '../../harness/text/shell-quote.js';
import { pythonScript } from './python-script.js';
import { code, fenced, plain } from '../text/markdown-text.js';
import { sourcesOf, statementOf } from '../requirement-words.js';
import { terminalText } from '../text/terminal-text.js';

/** The maximum length of a line of a program; the longest policy is one line. */
const maxLineLength = 200_000;

/** Markdown: the title, then the text. */
export function renderIssue(saved: CaseFile, casePath: string): string {
  const { requirement, guarantee, expected, actual, check, case: subject } = saved;
  return [
    `# ACM PCA: ${titleOf(saved)}`,
    '',
    `**Documented** (${plain(requirement)}): ${plain(statementOf(requirement))}`,
    '',
    ...sourcesOf(requirement).map(({ title, url }) => `- [${plain(title)}](${url})`),
    '',
    `**Expected:** ${plain(guarantee)} ${expected.map((each) => code(each)).join(' or ')}`,
    '',
    `**Actual:** ${code(actual)}`,
    '',
    ...(subject.edit === undefined ? [] : [`What is wrong with the last input: ${plain(subject.edit)}.`, '']),
    '## Reproduction with boto3',
    '',
    fenced(safe(pythonScript(saved)), 'python'),
    '',
    `Found by pca-conformance (check ${plain(check)}); with the case saved as ${code(casePath)}, the same again:`,
    '',
    fenced(safe([`npx pca-conformance replay ${shellQuote(casePath)} --target http://127.0.0.1:PORT`])),
    '',
  ].join('\n');
}

function titleOf({ case: { steps, schedule, edit }, actual, expected }: CaseFile): string {
  const last = steps.at(-1)?.operation.kind;
  const operation = schedule === undefined ? (last === 'RawRequest' ? 'a request' : last) : 'overlapping calls';
  const why = edit === undefined ? '' : `, where ${plain(edit)}`;
  return `${operation} answered with ${plain(shortened(actual))} instead of ${plain(shortened(expected.join(' or ')))}${why}`;
}

function shortened(text: string): string {
  return terminalText(text, 80);
}

/** Unsafe characters that JSON does not escape become `\u....`, which means the same in a string of Python. */
function safe(lines: readonly string[]): readonly string[] {
  return lines.map((line) => terminalText(line, maxLineLength));
}
