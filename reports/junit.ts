// The report as JUnit XML: a test case for each check, with the target as its class.

import junit, { type Builder } from 'junit-report-builder';
import { isKnown } from '../harness/files/is-known.js';
import type { FailureReport, Report } from '../harness/files/report.js';
import { knownFailuresOf, knownWords } from './known-failures.js';

export function renderJunit(report: Report): string {
  // The package is CommonJS: its default export is the module itself.
  const builder = (junit as unknown as Builder).newBuilder();
  const suite = builder.testSuite().name(`pca-conformance ${xmlText(report.target.name)}`);
  suite.timestamp(new Date(report.run.startedAt));
  for (const check of report.checks) {
    const testCase = suite.testCase().className(xmlText(report.target.name)).name(check.id);
    if (check.verdict === 'fail' && isKnown(check)) {
      testCase.skipped();
      const lines = knownFailuresOf(check).map((failure) => `known: ${failure.signature}: ${knownWords(failure)}`);
      testCase.standardOutput(sectionText(lines.join('\n')));
    } else if (check.verdict === 'fail') {
      const failures = check.failures.filter(({ known }) => known === undefined);
      testCase.failure(xmlText(failures[0]?.signature ?? check.title), check.requirement);
      testCase.standardOutput(sectionText(failures.map(describe).join('\n\n')));
    } else if (check.verdict === 'indeterminate' || check.verdict === 'vacuous') {
      testCase.error(xmlText(`${check.verdict}: ${check.reason ?? ''}`), check.verdict);
    } else if (check.verdict !== 'pass') {
      testCase.skipped();
      testCase.standardOutput(sectionText(`${check.verdict}: ${check.reason ?? ''}`));
    }
  }
  // The schema allows the number of skipped cases on a suite but not on the root element.
  return builder.build().replace(/(<testsuites [^>]*?) skipped="\d+"/, '$1');
}

function describe(failure: FailureReport): string {
  const calls = failure.program.map(
    ({ operation, input, answer }, index) => `${index + 1}. ${operation} ${JSON.stringify(input)} -> ${answer}`,
  );
  return [
    failure.guarantee,
    ...calls,
    `expected ${failure.expected.join(' or ')}`,
    `actual ${failure.actual}`,
    failure.replay,
  ].join('\n');
}

/** Text of a CDATA section: the library escapes only the first `]]>` in it. */
function sectionText(text: string): string {
  return xmlText(text).replaceAll(']]>', ']] >');
}

/** Replaces the characters that XML 1.0 forbids. Source: https://www.w3.org/TR/xml/#charsets */
function xmlText(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
