// The results of a run as they are published: without what belongs to one run, account or machine alone, and short.

import { isSdkRequirementId } from '../harness/catalogue/sdk-requirements.js';
import type { Release } from '../harness/files/release.js';
import { resultsSchema, type CheckReport, type FailureReport, type Report } from '../harness/files/report.js';
import { shortenedText } from '../harness/text/shortened-text.js';

/** Characters of a text, such as a policy, before its middle is left out. */
const longestText = 400;

/** Still a report of the same schema, so that every other form of report can be made of it. `release` is what was judged. */
export function publishable(report: Report, release: Release | undefined = report.release): Report {
  const { latency: _latency, ...run } = report.run;
  const checks = report.checks.map((check) => withoutCases(check, report.target.name));
  const published = { ...report, run: { ...run, id: 'published' }, checks };
  return resultsSchema.parse(publicValue(release === undefined ? published : { ...published, release }));
}

function withoutCases({ failures, ...check }: CheckReport, target: string): CheckReport {
  const shown = (each: FailureReport): FailureReport => ({
    ...each,
    history: each.history === null ? null : { ...each.history, calls: [] },
    // The case is on another machine; whoever judges the target again makes one.
    replay: isSdkRequirementId(check.requirement)
      ? `npx pca-conformance sdk --driver COMMAND --filter ${check.id}`
      : `npx pca-conformance run --target ${target} --filter ${check.id}`,
    curl: null,
  });
  return {
    ...check,
    inputClasses: [],
    // One example of each check is enough to read; of the others it is told what was answered.
    failures: failures.map((each, index) =>
      index === 0 ? shown(each) : { ...shown(each), program: [], control: null, differences: [], aws: '' },
    ),
  };
}

function publicValue(value: unknown): unknown {
  if (typeof value === 'string') return shortenedText(publicText(value), longestText);
  if (Array.isArray(value)) return value.map((each) => publicValue(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, publicValue(member)]));
}

/** Ids of CAs and requests, account ids and ports are those of an example; folders of one machine are left out. */
function publicText(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '11111111-2222-4333-8444-555555555555')
    .replaceAll(/(?<![0-9])[0-9]{12}(?![0-9])/g, '111122223333')
    .replaceAll(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT')
    .replaceAll(/file:\/\/[^\s'"]+/g, 'file://policy.json');
}
