// The top of the HTML report: the numbers of the run, its target and options, and problems with the run itself.

import { linesOfFault } from '../../harness/files/fault.js';
import type { Report } from '../../harness/files/report.js';
import type { CheckVerdict } from '../../harness/files/verdicts.js';
import { verdicts } from '../../harness/files/verdicts.js';
import { baselineWords, divergenceWords, durationWords, headlineOf, percent } from '../headline.js';
import { countOf } from '../../harness/text/count.js';
import { terminalText } from '../text/terminal-text.js';
import { foreign, markup, nothing, type Markup } from '../text/markup.js';
import { groupedNumber } from '../../harness/text/grouped-number.js';

export function renderMasthead(report: Report): Markup {
  const { suite, requirementSet, target, exit, run } = report;
  return markup`<p class="eyebrow">${suite.name} ${suite.version}, requirement set ${requirementSet.revision}, <time datetime="${run.startedAt}">${run.startedAt.slice(0, 16).replace('T', ' ')} UTC</time></p>
<h1>${headlineOf(report).message}</h1>
<p class="target">${foreign(target.name, 300)} <span class="quiet">in ${target.region}</span></p>
<p class="exit">Exit ${exit.code}: ${terminalText(exit.reason, 400)}</p>`;
}

export function renderOverview(report: Report): Markup {
  return markup`${renderTrouble(report)}
<div class="stats">${renderStats(report)}</div>
${renderVerdicts(report)}
${renderFacts(report)}`;
}

function renderStats(report: Report): readonly Markup[] {
  const { summary, requirementSet, run } = report;
  const { pass, fail } = summary.verdicts;
  const judged = pass + fail;
  const total = requirementSet.checks;
  return [
    renderStat({
      name: 'Divergence',
      number: divergenceWords(summary),
      words: `${groupedNumber(fail)} of ${countOf(judged, 'judged check')} failed${baselineWords(report)}`,
      meter: { share: summary.divergence ?? 0, fill: 'fill-bad' },
    }),
    renderStat({
      name: 'Coverage',
      number: percent(summary.coverage),
      words: `${groupedNumber(judged)} of ${countOf(total, 'check')} could be judged`,
      meter: { share: summary.coverage, fill: 'fill-accent' },
    }),
    renderStat({
      name: 'Calls',
      number: countOf(run.calls, 'call'),
      words: `in ${durationWords(run.durationMs)}, profile ${run.profile}, seed ${run.seed}`,
    }),
  ];
}

interface Stat {
  readonly name: string;
  readonly number: string;
  readonly words: string;
  readonly meter?: { readonly share: number; readonly fill: string };
}

function renderStat({ name, number, words, meter }: Stat): Markup {
  const bar =
    meter === undefined
      ? nothing
      : markup`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8" /><rect class="${meter.fill}" width="${(meter.share * 100).toFixed(2)}" height="8" /></svg>`;
  return markup`<div class="card stat"><h3>${name}</h3><p class="number">${number}</p><p class="quiet small">${words}</p>${bar}</div>`;
}

function renderVerdicts({ summary, checks }: Report): Markup {
  const counts = verdicts
    .map((verdict) => ({ verdict, count: summary.verdicts[verdict] }))
    .filter(({ count }) => count > 0);
  const scale = checks.length === 0 ? 0 : 1_000 / checks.length;
  let before = 0;
  const parts = counts.map(({ verdict, count }) => {
    const part = markup`<rect class="fill-${verdict}" x="${(before * scale).toFixed(1)}" width="${(count * scale).toFixed(1)}" height="14" />`;
    before += count;
    return part;
  });
  return markup`<div class="card verdicts"><h3>${countOf(checks.length, 'check')} by verdict</h3>
<svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend">${counts.map(
    ({ verdict, count }) =>
      markup`<li><svg viewBox="0 0 1 1" aria-hidden="true"><rect class="fill-${verdict}" width="1" height="1" /></svg>${verdict} <strong>${count}</strong> <span class="quiet small">${meanings[verdict]}</span></li>`,
  )}</ul></div>`;
}

const meanings: Readonly<Record<CheckVerdict, string>> = {
  pass: 'answered as documented',
  fail: 'answered differently',
  blocked: 'another requirement fails first',
  unsupported: 'the target lacks a capability',
  'not-testable': 'no check can test it yet',
  indeterminate: 'no conclusive answer',
  vacuous: 'too little observed',
  excluded: 'not about an answer',
};

/** Problems of the run itself. */
function renderTrouble({ run, exit, leftovers, faults, baseline }: Report): Markup {
  const lines = [
    ...(run.complete ? [] : [markup`The run did not finish: ${foreign(run.stopped ?? exit.reason, 400)}`]),
    ...(baseline?.outOfDate ?? []).map(({ words }) => markup`The baseline is out of date: ${foreign(words, 400)}`),
    ...faults.flatMap((fault) => linesOfFault(fault).map((line) => markup`${foreign(line, 2_000)}`)),
    ...leftovers.map(({ arn, reason }) => markup`Left over: ${foreign(arn, 300)}: ${foreign(reason, 300)}`),
  ];
  if (lines.length === 0) return nothing;
  return markup`<div class="alert"><h3>Look at this first</h3><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul></div>`;
}

function renderFacts({ run, target, requirementSet, suite }: Report): Markup {
  const facts: readonly (readonly [string, Markup | string])[] = [
    ['Target', foreign(target.name, 300)],
    ['Region', target.region],
    ['State of its CAs', target.usableStatus ?? 'unknown'],
    ['Levels judged', run.level === 'must' ? 'must' : 'must and any-of'],
    ['Filters', run.filters.length === 0 ? 'none' : foreign(run.filters.join(', '), 400)],
    ['Shard', run.shard === undefined ? 'none' : `${run.shard.index} of ${run.shard.count}`],
    ['Limits as of', `service model ${requirementSet.modelRevision}`],
    ['Suite', `${suite.name} ${suite.version}`],
    ['Run', foreign(run.id, 100)],
  ];
  return markup`<div class="card verdicts"><h3>Target and options</h3><dl class="facts">${facts.map(
    ([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>${renderCapabilities(target)}</div>`;
}

/** Grouped by reason. */
function renderCapabilities({ capabilities }: Report['target']): Markup {
  const byReason = new Map<
    string,
    { readonly available: boolean; readonly reason: string; readonly names: string[] }
  >();
  for (const [name, { available, reason }] of Object.entries(capabilities)) {
    const key = `${available} ${reason}`;
    const group = byReason.get(key) ?? { available, reason, names: [] };
    group.names.push(name);
    byReason.set(key, group);
  }
  if (byReason.size === 0) return nothing;
  const rows = [...byReason.values()].map(
    ({ available, reason, names }) =>
      markup`<li><span class="tag ${available ? 'pass' : ''}">${available ? 'yes' : 'no'}</span> <strong>${names.join(', ')}</strong> <span class="quiet small">${terminalText(reason, 300)}</span></li>`,
  );
  return markup`<h3>Capabilities</h3><ul class="abilities">${rows}</ul>`;
}
