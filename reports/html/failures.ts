// The failures of the HTML report, grouped by check, each in full.

import type { CallReport, CheckReport, FailureReport } from '../../harness/files/report.js';
import { countOf } from '../../harness/text/count.js';
import { memberText } from '../text/member-text.js';
import { sourcesOf, statementOf } from '../requirement-words.js';
import { renderHistorySvg } from '../history/history-diagram-svg.js';
import { nameOfCall } from '../text/call-name.js';
import { terminalText } from '../text/terminal-text.js';
import { foreign, markup, nothing, type Markup } from '../text/markup.js';
import { knownWords } from '../known-failures.js';
import { renderControl, renderPolicyDiff } from './differences.js';

/** More failures than this make a page slow in a browser; each further one is shown as one line. */
const maxInFull = 400;

/** The id of the element with the failures of a check. */
export function failureAnchor(check: CheckReport): string {
  return `failure-${check.id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}`;
}

/** `section` is the id of the section that holds them. */
export function renderFailures(failed: readonly CheckReport[], section: string): Markup {
  const total = failed.reduce((sum, check) => sum + check.failures.length, 0);
  const inFull = total <= maxInFull ? total : Math.max(1, Math.floor(maxInFull / failed.length));
  return markup`<div class="tools" data-tools="" hidden=""><button type="button" data-expand="${section}">Expand all</button><button type="button" data-collapse="${section}">Collapse all</button></div>
${failed.map((check) => renderFailedCheck(check, inFull))}`;
}

function renderFailedCheck(check: CheckReport, inFull: number): Markup {
  const { id, requirement, title, level, inputClasses, failures } = check;
  const links = sourcesOf(requirement).map(
    ({ title: words, url }) => markup`<li><a href="${url}" rel="noreferrer">${words}</a></li>`,
  );
  return markup`<details class="failure" id="${failureAnchor(check)}">
<summary><span class="id">${requirement}</span><h3>${title}</h3><span class="meta">${id}, ${level}, ${failures.length} of ${countOf(inputClasses.length, 'input class', 'input classes')} failed</span></summary>
<div class="inside"><p class="statement">${statementOf(requirement)}</p>${links.length === 0 ? nothing : markup`<ul class="sources">${links}</ul>`}
${failures.slice(0, inFull).map((failure, index) => renderExample(failure, index === 0, `${failureAnchor(check)}-${index}`))}${renderRest(failures.slice(inFull))}</div>
</details>
`;
}

/** The failures beyond those in full: what was wrong with each, and its replay line. */
function renderRest(failures: readonly FailureReport[]): Markup {
  if (failures.length === 0) return nothing;
  const rows = failures.map(
    ({ inputClass, actual, control, replay }) =>
      markup`<li>${foreign(inputClass, 200)} <span class="quiet small">answered ${foreign(actual, 160)} ${control === null ? '' : terminalText(control.edit, 200)}</span>${renderCommand('Replay', replay)}</li>
`,
  );
  return markup`<details class="rest"><summary>${countOf(failures.length, 'more failure')}, in a line each; results.json has all of them in full</summary><ol>${rows}</ol></details>`;
}

function renderExample(failure: FailureReport, isOpen: boolean, id: string): Markup {
  const { inputClass, guarantee, program, expected, actual, differences, history } = failure;
  return markup`<details class="example"${isOpen ? markup` open=""` : nothing}>
<summary><h4>${foreign(inputClass, 200)}</h4><span class="meta">answered ${foreign(actual, 160)}</span></summary>
<div class="inside">${renderKnown(failure)}<p><span class="quiet">What does not hold:</span> ${terminalText(guarantee)}</p>
<div><h5>${countOf(program.length, 'call')}, shrunk to what is needed</h5><ol class="program">${program.map((call, index) => renderCall(call, index === program.length - 1))}</ol></div>
${history === null ? nothing : renderHistory(history, id)}<div class="pair"><div class="expected"><h5>Expected</h5>${renderAnswers(expected)}</div><div class="actual"><h5>Actual</h5>${foreign(actual)}</div></div>
${renderDifferences(differences)}${renderPolicyDiff(failure)}${renderControl(failure)}
<div><h5>Reproduce it</h5>${renderCommands(failure)}</div></div>
</details>
`;
}

function renderKnown({ known }: FailureReport): Markup {
  return known === undefined
    ? nothing
    : markup`<p><span class="tag">known</span> ${foreign(knownWords({ known }), 400)}</p>
`;
}

/** A diagram of overlapping calls. */
function renderHistory(history: NonNullable<FailureReport['history']>, id: string): Markup {
  return markup`<div><h5>History</h5><p>${terminalText(history.sentence ?? '')}</p><div class="scroll" role="region" tabindex="0" aria-label="History ${id}">${renderHistorySvg(history, { id })}</div></div>
`;
}

function renderAnswers(answers: readonly string[]): Markup {
  return markup`${answers.map((answer, index) => markup`${index === 0 ? '' : ' or '}${foreign(answer, 300)}`)}`;
}

function renderCall(call: CallReport, isLast: boolean): Markup {
  const { role, input, answer } = call;
  const members = Object.entries(input).map(
    ([member, value]) => markup`<dt>${member}</dt><dd>${foreign(memberText(value))}</dd>`,
  );
  return markup`<li${isLast ? markup` class="wrong"` : nothing}><strong>${nameOfCall(call)}</strong>${role === 'control' ? markup` <span class="tag">control</span>` : nothing}<dl class="members">${members}</dl><p class="answer">${foreign(answer, 400)}</p></li>`;
}

function renderDifferences(lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  return markup`<div><h5>What differs</h5><ul class="diff">${lines.map((line) => markup`<li>${foreign(line, 600)}</li>`)}</ul></div>`;
}

function renderCommands({ replay, aws, curl }: FailureReport): readonly Markup[] {
  return [
    renderCommand('Replay', replay),
    ...(aws.startsWith('none') ? [] : [renderCommand('AWS CLI', aws)]),
    ...(curl === null ? [] : [renderCommand('curl', curl)]),
  ];
}

/** A line with escaped characters has no copy button: the copy would differ from the original. */
function renderCommand(name: string, line: string): Markup {
  const shown = terminalText(line, 8_000);
  const button =
    shown === line
      ? markup`<button type="button" data-copy="" aria-label="Copy the line for ${name}">Copy</button>`
      : nothing;
  return markup`<div class="command"><span class="name">${name}</span><code>${shown}</code>${button}</div>`;
}
