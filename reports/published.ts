// The results of a run for publication: shortened, and without details of one run, account or machine.

import { isSdkRequirementId } from '../harness/catalogue/sdk-requirements.js';
import type { Release } from '../harness/files/release.js';
import { resultsSchema, type CheckReport, type FailureReport, type Report } from '../harness/files/report.js';
import { shortenedText } from '../harness/text/shortened-text.js';

/** Longer texts, such as a policy, are cut in the middle. */
const maxTextLength = 400;

/** The result has the same schema, so that every form of report can be made from it. `release` is what was judged. */
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
    // The saved case is on another machine; a new run saves it again.
    replay: isSdkRequirementId(check.requirement)
      ? `npx pca-conformance sdk --driver COMMAND --filter ${check.id}`
      : `npx pca-conformance run --target ${target} --filter ${check.id}`,
    curl: null,
  });
  return {
    ...check,
    inputClasses: [],
    // One example per check is enough; the others keep only what was expected and answered.
    failures: failures.map((each, index) =>
      index === 0 ? shown(each) : { ...shown(each), program: [], control: null, differences: [], aws: '' },
    ),
  };
}

function publicValue(value: unknown): unknown {
  if (typeof value === 'string') return shortenedText(publicText(value), maxTextLength);
  if (Array.isArray(value)) return value.map((each) => publicValue(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, publicValue(member)]));
}

/** Replaces ids of CAs and requests, account ids, ports and folders by examples. */
function publicText(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '11111111-2222-4333-8444-555555555555')
    .replaceAll(/(?<![0-9])[0-9]{12}(?![0-9])/g, '111122223333')
    .replaceAll(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT')
    .replaceAll(/file:\/\/[^\s'"]+/g, 'file://policy.json');
}
