// Divergence and coverage of each target over time, and what changed from run to run; as text and as HTML.

import type { Report } from '../harness/files/report.js';
import { changeWords, compareReports, sections } from './comparison.js';
import { divergenceWords, percent } from './headline.js';
import { foreign, markup, nothing, type Markup } from './text/markup.js';
import { renderPage } from './html/page.js';
import { terminalText } from './text/terminal-text.js';

interface TargetTrend {
  readonly target: string;
  /** Oldest first. */
  readonly reports: readonly Report[];
}

function trendsOf(reports: readonly Report[]): readonly TargetTrend[] {
  const targets = [...new Set(reports.map(({ target }) => target.name))];
  return targets.map((target) => ({
    target,
    reports: reports
      .filter((report) => report.target.name === target)
      .sort((left, right) => Date.parse(left.run.startedAt) - Date.parse(right.run.startedAt)),
  }));
}

/** What changed since the previous run, one change per line. */
function changesAt(reports: readonly Report[], index: number): readonly string[] {
  const [before, now] = [reports[index - 1], reports[index]];
  if (before === undefined || now === undefined) return [];
  return sections(compareReports(before, now)).flatMap(([heading, changes]) =>
    changes.map((change) => `${heading}: ${changeWords(change)}`),
  );
}

/** As text for a terminal. */
export function renderTrendText(reports: readonly Report[]): string {
  const blocks = trendsOf(reports).map(({ target, reports: runs }) =>
    [
      terminalText(target, 200),
      ...runs.flatMap((report, index) => [
        `  ${report.run.startedAt.slice(0, 16).replace('T', ' ')}  suite ${terminalText(report.suite.version).padEnd(8)}  divergence ${divergenceWords(report.summary).padStart(14)} ${bar(report.summary.divergence ?? 0)}  coverage ${percent(report.summary.coverage).padStart(7)} ${bar(report.summary.coverage)}${report.run.complete ? '' : '  incomplete'}`,
        ...changesAt(runs, index).map((line) => `    ${line}`),
      ]),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

function bar(share: number): string {
  const length = 10;
  const full = share === 0 ? 0 : Math.max(1, Math.round(share * length));
  return `${'#'.repeat(full)}${'.'.repeat(length - full)}`;
}

export function renderTrendHtml(reports: readonly Report[]): string {
  const trends = trendsOf(reports);
  return renderPage({
    title: 'Conformance over time',
    tone: 'plain',
    masthead: markup`<p class="eyebrow">pca-conformance</p><h1>Conformance over time</h1>`,
    sections: trends.map((trend, index) => ({
      id: `target-${index + 1}`,
      heading: terminalText(trend.target, 200),
      count: trend.reports.length,
      content: markup`<div class="card">${renderChart(trend)}</div>${renderRuns(trend)}`,
    })),
    footer: markup`<p>Divergence is fail / (pass + fail), coverage is (pass + fail) / all checks of the requirement set; they are never added.</p>`,
  });
}

const chart = { width: 800, height: 220, left: 44, right: 16, top: 12, bottom: 28 } as const;

function renderChart({ reports }: TargetTrend): Markup {
  const times = reports.map(({ run }) => Date.parse(run.startedAt));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const x = (at: number): number =>
    chart.left + (last === first ? 0.5 : (at - first) / (last - first)) * (chart.width - chart.left - chart.right);
  const y = (share: number): number => chart.top + (1 - share) * (chart.height - chart.top - chart.bottom);
  const point = (share: number, index: number): string => `${x(times[index] ?? 0).toFixed(1)},${y(share).toFixed(1)}`;
  const line = (name: 'divergence' | 'coverage', shares: readonly (number | null)[]): Markup => {
    const points = shares.flatMap((share, index) => (share === null ? [] : [point(share, index)]));
    return markup`<polyline class="${name}" stroke-width="2.5" points="${points.join(' ')}" />${points.map((each) => {
      const [cx = '', cy = ''] = each.split(',');
      return markup`<circle class="${name}-dot" cx="${cx}" cy="${cy}" r="4" />`;
    })}`;
  };
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      markup`<line class="grid" x1="${chart.left}" x2="${chart.width - chart.right}" y1="${y(share)}" y2="${y(share)}" /><text x="${chart.left - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  const dates = last === first ? [first] : [first, last];
  return markup`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="Divergence and coverage of ${reports.length} runs; the table below has the numbers">${grid}${line(
    'divergence',
    reports.map(({ summary }) => summary.divergence),
  )}${line(
    'coverage',
    reports.map(({ summary }) => summary.coverage),
  )}${dates.map((at, index) => markup`<text x="${x(at)}" y="${chart.height - 8}" text-anchor="${dates.length === 1 ? 'middle' : index === 0 ? 'start' : 'end'}">${new Date(at).toISOString().slice(0, 10)}</text>`)}</svg>
<ul class="legend"><li><svg viewBox="0 0 1 1" aria-hidden="true"><rect class="fill-fail" width="1" height="1" /></svg>divergence</li><li><svg viewBox="0 0 1 1" aria-hidden="true"><rect class="fill-accent" width="1" height="1" /></svg>coverage (dashed)</li></ul>`;
}

function renderRuns({ target, reports }: TargetTrend): Markup {
  const rows = reports.map((report, index) => {
    const lines = changesAt(reports, index);
    return markup`<tr><th scope="row">${report.run.startedAt.slice(0, 16).replace('T', ' ')}${report.run.complete ? nothing : markup` <span class="tag vacuous">incomplete</span>`}</th><td>${report.suite.version}</td><td class="number-cell">${divergenceWords(report.summary)}</td><td class="number-cell">${percent(report.summary.coverage)}</td><td>${lines.map((line) => markup`<div class="small">${foreign(line, 300)}</div>`)}</td></tr>`;
  });
  return markup`<div class="scroll requirements" role="region" aria-label="Runs on ${terminalText(target, 100)}" tabindex="0"><table><thead><tr><th scope="col">Run</th><th scope="col">Suite</th><th scope="col" class="number-cell">Divergence</th><th scope="col" class="number-cell">Coverage</th><th scope="col">What changed</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
