// How often each input class was observed, as one strip of squares for each check.

import type { CheckReport, InputClassReport } from '../../harness/files/report.js';
import { foreign, markup, type Markup } from '../text/markup.js';

/** The numbers of observed cases from which a square has the next shade. */
const shades = [0, 1, 3, 6, 20, 100] as const;

export function renderInputClasses(checks: readonly CheckReport[]): Markup {
  const run = checks.filter(({ inputClasses }) => inputClasses.length > 0);
  return markup`<ul class="heat-legend">${shades.map((from, shade) => markup`<li><span class="cell heat-${shade}"></span>${legend(from, shades[shade + 1])}</li>`)}<li><span class="cell failed"></span>failed</li></ul>
<div class="strips">${run.map((check) => renderStrip(check))}</div>`;
}

function legend(from: number, next: number | undefined): string {
  if (from === 0) return 'none observed';
  if (next === undefined) return `${from} or more`;
  return next === from + 2 ? `${from} or ${from + 1}` : `${from} to ${next - 1}`;
}

function renderStrip({ id, requirement, inputClasses, failures }: CheckReport): Markup {
  const failed = new Set(failures.map(({ inputClass }) => inputClass));
  const observed = inputClasses.filter((inputClass) => inputClass.observed > 0).length;
  const label = `${observed} of ${inputClasses.length} classes observed, ${failed.size} failed`;
  const cells = inputClasses.map((inputClass) => {
    const isFailed = failed.has(inputClass.id);
    const words = `${inputClass.id}: ${inputClass.observed} observed${isFailed ? ', failed' : ''}`;
    return markup`<span class="cell ${isFailed ? 'failed' : `heat-${shadeOf(inputClass)}`}" title="${words}"></span>`;
  });
  return markup`<details><summary><span class="name"><span class="id">${requirement}</span> ${id}</span><span class="strip" role="img" aria-label="${label}">${cells}</span></summary>
<div class="scroll" role="region" aria-label="Input classes of ${id}" tabindex="0"><table class="small"><thead><tr><th scope="col">Input class</th><th scope="col" class="number-cell">Cases</th><th scope="col" class="number-cell">Observed</th><th scope="col" class="number-cell">Rejected</th><th scope="col" class="number-cell">Distinct</th></tr></thead><tbody>${inputClasses.map((inputClass) => renderNumbers(inputClass, failed.has(inputClass.id)))}</tbody></table></div></details>
`;
}

function shadeOf({ observed }: InputClassReport): number {
  return shades.findLastIndex((from) => observed >= from);
}

function renderNumbers({ id, cases, observed, rejected, distinct }: InputClassReport, isFailed: boolean): Markup {
  return markup`<tr><th scope="row">${foreign(id, 200)}${isFailed ? markup` <span class="tag fail">failed</span>` : ''}</th>${[cases, observed, rejected, distinct].map((count) => markup`<td class="number-cell">${count}</td>`)}</tr>`;
}
