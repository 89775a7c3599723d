// The report as JUnit XML: a test case for each check, with the target as its class.

import { isKnown } from '../harness/files/is-known.js';
import type { CheckReport, FailureReport, Report } from '../harness/files/report.js';
import { nameOfCall } from './text/call-name.js';
import { knownFailuresOf, knownWords } from './known-failures.js';

export function renderJunit(report: Report): string {
  const target = attribute(report.target.name);
  const outcomes = report.checks.map((check) => outcomeOf(check));
  const testCases = report.checks.map((check, index) => {
    const place = `classname="${target}" name="${attribute(check.id)}"`;
    const inside = (outcomes[index] ?? []).map((line) => `\n      ${line}`);
    return inside.length === 0 ? `<testcase ${place}/>` : `<testcase ${place}>${inside.join('')}\n    </testcase>`;
  });
  const all = testCases.map((each) => `\n    ${each}`).join('');
  const count = (name: string): number => outcomes.filter(([first = '']) => first.startsWith(`<${name}`)).length;
  const counts = `tests="${testCases.length}" failures="${count('failure ')}" errors="${count('error ')}"`;
  const timestamp = report.run.startedAt.slice(0, 19);
  const suite = `name="pca-conformance ${target}" timestamp="${timestamp}" ${counts} skipped="${count('skipped/')}"`;
  // The schema allows the number of skipped cases on a suite but not on the root element.
  const inside = all === '' ? `<testsuite ${suite}/>` : `<testsuite ${suite}>${all}\n  </testsuite>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  ${inside}\n</testsuites>`;
}

/** The elements of a test case: what came of it, and what is to be read about it. */
function outcomeOf(check: CheckReport): readonly string[] {
  const { verdict, reason } = check;
  switch (verdict) {
    case 'pass':
      return [];
    case 'fail': {
      if (isKnown(check)) {
        const lines = knownFailuresOf(check).map((failure) => `known: ${failure.signature}: ${knownWords(failure)}`);
        return ['<skipped/>', output(lines.join('\n'))];
      }
      const failures = check.failures.filter(({ known }) => known === undefined);
      const message = attribute(failures[0]?.signature ?? check.title);
      const type = attribute(check.requirement);
      return [`<failure message="${message}" type="${type}"/>`, output(failures.map(describe).join('\n\n'))];
    }
    case 'indeterminate':
    case 'vacuous':
      return [`<error message="${attribute(`${verdict}: ${reason ?? ''}`)}" type="${verdict}"/>`];
    case 'blocked':
    case 'unsupported':
    case 'not-testable':
    case 'excluded':
      return ['<skipped/>', output(`${verdict}: ${reason ?? ''}`)];
    default:
      return verdict satisfies never;
  }
}

function describe(failure: FailureReport): string {
  const calls = failure.program.map(
    (call, index) => `${index + 1}. ${nameOfCall(call)} ${JSON.stringify(call.input)} -> ${call.answer}`,
  );
  return [
    failure.guarantee,
    ...calls,
    `expected ${failure.expected.join(' or ')}`,
    `actual ${failure.actual}`,
    failure.replay,
  ].join('\n');
}

/** A CDATA section, in which only its own end is not text. */
function output(text: string): string {
  return `<system-out><![CDATA[${xmlText(text).replaceAll(']]>', ']] >')}]]></system-out>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** White space is written as references, or a reader would take each for a space. */
function attribute(text: string): string {
  return xmlText(text).replaceAll(/[&<"\t\n\r]/g, (character) => references[character] ?? '');
}

/** Replaces the characters that XML 1.0 forbids. Source: https://www.w3.org/TR/xml/#charsets */
function xmlText(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
