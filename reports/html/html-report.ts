// The report as a self-contained HTML file (no external requests).

import { isKnown } from '../../harness/files/is-known.js';
import type { Report } from '../../harness/files/report.js';
import { renderFailures } from './failures.js';
import { renderLatency } from './latency.js';
import { markup } from '../text/markup.js';
import { renderMasthead, renderOverview } from './overview.js';
import { renderPage, type Section } from './page.js';
import { renderRequirements } from './requirements.js';
import { renderInputClasses } from './input-classes.js';
import { headlineOf } from '../headline.js';
import { terminalText } from '../text/terminal-text.js';

export function renderHtml(report: Report): string {
  return renderPage({
    title: `${headlineOf(report).message}: ${terminalText(report.target.name, 100)}`,
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
    lead: 'Each with the shortest sequence of calls that shows it. {{ca0.arn}} stands for the ARN of the first CA of the case.',
    content: renderFailures(failed, 'failures'),
  };
  const knownFailures: Section = {
    id: 'known',
    heading: 'Known failures',
    count: known.length,
    lead: 'Failures in the baseline: they count as divergence, but do not fail the run.',
    content: renderFailures(known, 'known'),
  };
  const inputClasses: Section = {
    id: 'coverage',
    heading: 'Input classes',
    lead: 'One square for each input class of a check; a stronger colour means more observed cases.',
    content: renderInputClasses(checks),
  };
  return [
    { id: 'summary', heading: 'Summary', content: renderOverview(report) },
    ...(failed.length === 0 ? [] : [failures]),
    ...(known.length === 0 ? [] : [knownFailures]),
    { id: 'requirements', heading: 'Requirements', count: checks.length, content: renderRequirements(checks) },
    ...(checks.some((check) => check.inputClasses.length > 0) ? [inputClasses] : []),
    ...(run.latency === undefined
      ? []
      : [
          {
            id: 'latency',
            heading: 'Latency',
            lead: 'The time from each call to its answer, on one logarithmic scale.',
            content: renderLatency(run.latency),
          },
        ]),
  ];
}
