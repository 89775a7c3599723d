// The table of all requirements of the run, with search and filters.

import type { CheckReport } from '../../harness/files/report.js';
import type { CheckVerdict } from '../../harness/files/verdicts.js';
import { verdicts } from '../../harness/files/verdicts.js';
import { areaOf, sourcesOf, statementOf } from '../requirement-words.js';
import { terminalText } from '../text/terminal-text.js';
import { failureAnchor } from './failures.js';
import { foreign, markup, nothing, type Markup } from '../text/markup.js';

export function renderRequirements(checks: readonly CheckReport[]): Markup {
  const areas = [...new Set(checks.map(({ requirement }) => areaOf(requirement)))];
  const counts = verdicts
    .map((verdict) => ({ verdict, count: checks.filter((check) => check.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return markup`${renderFilters('requirement-table', counts)}
<div class="requirements"><table class="claims" id="requirement-table"><caption class="visually-hidden">Every requirement with its verdict</caption>
<thead><tr><th scope="col">Id</th><th scope="col">Claim</th><th scope="col">CheckVerdict</th></tr></thead>
${areas.map(
  (area) => markup`<tbody><tr class="group"><th colspan="3" scope="rowgroup">${area}</th></tr>
${checks.filter(({ requirement }) => areaOf(requirement) === area).map((check) => renderRow(check))}</tbody>
`,
)}</table></div>`;
}

/** Controls that filter the rows of a table; shown only if scripts run. */
export function renderFilters(
  tableId: string,
  counts: readonly { readonly verdict: CheckVerdict; readonly count: number }[],
): Markup {
  const pills = counts.map(
    ({ verdict, count }) =>
      markup`<label><input type="checkbox" value="${verdict}" />${verdict} <span class="quiet">${count}</span></label>`,
  );
  return markup`<div class="tools" role="search" aria-label="Requirements" data-tools="" data-filters="${tableId}" hidden="">
<div class="field"><label class="visually-hidden" for="${tableId}-search">Search the requirements</label><input type="search" id="${tableId}-search" placeholder="Search ids, claims, statements" autocomplete="off" spellcheck="false" /></div>
<label>Level <select><option value="">all</option><option>must</option><option>any-of</option><option>note</option></select></label>
<fieldset class="pills"><legend class="visually-hidden">Only these verdicts</legend>${pills}</fieldset>
<output class="quiet small"></output></div>`;
}

function renderRow(check: CheckReport): Markup {
  const { id, requirement, title, level, verdict, reason, inputClasses } = check;
  const observed = inputClasses.filter((inputClass) => inputClass.observed > 0).length;
  const meta = [
    ...(id === requirement ? [] : [id]),
    level,
    ...(inputClasses.length === 0 ? [] : [`observed in ${observed} of ${inputClasses.length} input classes`]),
  ].join(', ');
  const tag = markup`<span class="tag ${verdict}">${verdict}</span>`;
  return markup`<tr data-verdict="${verdict}" data-level="${level}"><th scope="row" class="id">${requirement}</th><td>${title}<div class="meta">${meta}</div>${reason === null ? nothing : markup`<div class="meta">${terminalText(reason, 300)}</div>`}${renderMore(check)}</td><td>${verdict === 'fail' ? markup`<a href="#${failureAnchor(check)}">${tag}</a>` : tag}</td></tr>
`;
}

/** A row whose id is that of its requirement already shows the statement. */
function renderMore({ id, requirement, notes }: CheckReport): Markup {
  const statement = id === requirement ? '' : statementOf(requirement);
  const links = sourcesOf(requirement).map(
    ({ title, url }) => markup`<li><a href="${url}" rel="noreferrer">${title}</a></li>`,
  );
  if (statement === '' && links.length === 0 && notes.length === 0) return nothing;
  const words = [
    ...(statement === '' ? [] : ['statement']),
    ...(links.length === 0 ? [] : ['sources']),
    ...(notes.length === 0 ? [] : [`${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`]),
  ].join(', ');
  return markup`<details><summary>${words.replace(/^./, (letter) => letter.toUpperCase())}</summary>${statement === '' ? nothing : markup`<p>${statement}</p>`}${links.length === 0 ? nothing : markup`<ul>${links}</ul>`}${notes.length === 0 ? nothing : markup`<ul>${notes.map((note) => markup`<li>${foreign(note, 300)}</li>`)}</ul>`}</details>`;
}
