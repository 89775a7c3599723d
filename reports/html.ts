// The report as one HTML file that asks nobody for anything.

import { isKnown } from '../harness/api/is-known.js';
import type { Report } from '../harness/api/report.js';
import { renderFailures } from './html/failures.js';
import { renderLatency } from './html/latency.js';
import { markup } from './html/markup.js';
import { renderMasthead, renderOverview } from './html/overview.js';
import { renderPage, type Section } from './html/page.js';
import { renderRequirements } from './html/requirements.js';
import { renderStrata } from './html/strata.js';
import { headlineOf } from './headline.js';
import { terminalText } from './terminal-text.js';

export function renderHtml(report: Report): string {
  return renderPage({
    title: `${headlineOf(report).words}: ${terminalText(report.target.name, 100)}`,
    tone: headlineOf(report).tone,
    masthead: renderMasthead(report),
    sections: sectionsOf(report),
    footer: markup`<p>Every number and every failure is in <code>results.json</code>, beside this file. Divergence is fail / (pass + fail), coverage is (pass + fail) / all checks of the requirement set; they are never added. AWS is a trademark of Amazon.com, Inc.; this project is not affiliated with it.</p>`,
  });
}

function sectionsOf(report: Report): readonly Section[] {
  const { checks, run } = report;
  const failed = checks.filter((check) => check.verdict === 'fail' && !isKnown(check));
  const known = checks.filter((check) => check.verdict === 'fail' && isKnown(check));
  const failures: Section = {
    id: 'failures',
    heading: 'Failures',
    count: failed.length,
    lead: 'Each with the shortest calls that show it. {{ca0.arn}} stands for the ARN of the first CA of the case.',
    content: renderFailures(failed, 'failures'),
  };
  const knownFailures: Section = {
    id: 'known',
    heading: 'Known failures',
    count: known.length,
    lead: 'What the baseline has: these count as divergence, and fail no run.',
    content: renderFailures(known, 'known'),
  };
  const strata: Section = {
    id: 'coverage',
    heading: 'Classes of input',
    lead: 'One square for each class of input of a check; the stronger its colour, the more cases were observed.',
    content: renderStrata(checks),
  };
  return [
    { id: 'summary', heading: 'Summary', content: renderOverview(report) },
    ...(failed.length === 0 ? [] : [failures]),
    ...(known.length === 0 ? [] : [knownFailures]),
    { id: 'requirements', heading: 'Requirements', count: checks.length, content: renderRequirements(checks) },
    ...(checks.some((check) => check.strata.length > 0) ? [strata] : []),
    ...(run.latency === undefined
      ? []
      : [
          {
            id: 'latency',
            heading: 'Latency',
            lead: 'How long answers took, from the call to its answer, on one logarithmic scale.',
            content: renderLatency(run.latency),
          },
        ]),
  ];
}
