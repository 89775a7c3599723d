// The differences shown with a failing call: between the policy sent and the one returned, and between the value that failed
// and the one that was accepted.

import type { FailureReport } from '../../harness/files/report.js';
import { countOf } from '../../harness/text/count.js';
import { memberText } from '../text/member-text.js';
import { terminalText } from '../text/terminal-text.js';
import { differenceBetween, diffLines, type DiffLine } from '../text/text-difference.js';
import { foreign, markup, nothing, type Markup } from '../text/markup.js';

/** Lines shown around a change, and the maximum number of lines of a diff. */
const contextLines = 3;
const maxLines = 200;

/** The policy of the last PutPolicy beside the one that the failing call returned, line by line. */
export function renderPolicyDiff({ program }: FailureReport): Markup {
  const returned = program.at(-1)?.returned;
  const sent = program.findLast(({ operation }) => operation === 'PutPolicy')?.input['Policy'];
  if (returned === undefined || typeof sent !== 'string' || sent === returned) return nothing;
  const [before, after] = [linesOf(sent), linesOf(returned)];
  const sameLines = before.join('\n') === after.join('\n');
  const lines = sameLines ? diffLines([sent], [returned]) : diffLines(before, after);
  return markup`<div><h5>The policy: sent, and returned</h5><ol class="diff">${shortened(lines).map((line) => renderLine(line))}</ol></div>`;
}

/** An indented policy if it is JSON, otherwise the text itself. */
function linesOf(text: string): readonly string[] {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2).split('\n');
  } catch {
    return [text];
  }
}

type ShownLine = DiffLine | { readonly kind: 'skipped'; readonly count: number };

/** Changes with a few lines around them. */
function shortened(lines: readonly DiffLine[]): readonly ShownLine[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - contextLines), at + contextLines + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: ShownLine[] = [];
  let skipped = 0;
  const skip = (): void => {
    if (skipped > 0) shown.push({ kind: 'skipped', count: skipped });
    skipped = 0;
  };
  for (const [at, line] of lines.entries()) {
    if (isNear[at] !== true || shown.length >= maxLines) {
      skipped += 1;
      continue;
    }
    skip();
    shown.push(line);
  }
  skip();
  return shown;
}

function renderLine(line: ShownLine): Markup {
  if (line.kind === 'skipped') return markup`<li class="skipped">${countOf(line.count, 'more line')}</li>`;
  const words = { same: '', removed: 'sent: ', added: 'returned: ' }[line.kind];
  return markup`<li class="${line.kind}"><span class="visually-hidden">${words}</span>${foreign(line.text)}</li>`;
}

/** The accepted value and the failing one, with their difference marked. */
export function renderControl({ control, program }: FailureReport): Markup {
  if (control === null) return nothing;
  const failing = program.at(-1)?.input ?? {};
  const members = [...new Set([...Object.keys(control.input), ...Object.keys(failing)])].filter(
    (member) => memberText(control.input[member]) !== memberText(failing[member]),
  );
  const rows = members.map((member) =>
    renderEdit(member, memberText(control.input[member]), memberText(failing[member])),
  );
  return markup`<div><h5>Accepted in the same run</h5><p>The one difference: ${terminalText(control.edit, 400)}</p>${rows.length === 0 ? nothing : markup`<dl class="edit">${rows}</dl>`}</div>`;
}

function renderEdit(member: string, accepted: string, sent: string): Markup {
  const { before, after, left, right } = differenceBetween(accepted, sent);
  const around = 60;
  const start = before.length > around ? `... ${before.slice(-around)}` : before;
  const end = after.length > around ? `${after.slice(0, around)} ...` : after;
  const side = (middle: Markup): Markup =>
    markup`<dd><code>${terminalText(start)}${middle}${terminalText(end)}</code></dd>`;
  const removed = left === '' ? nothing : markup`<del>${terminalText(left, 400)}</del>`;
  const added = right === '' ? nothing : markup`<ins>${terminalText(right, 400)}</ins>`;
  return markup`<dt>${member}, accepted</dt>${side(removed)}<dt>${member}, sent</dt>${side(added)}`;
}
