// JUnit XML against the common schema, that of the xUnit plugin of Jenkins: junit-10.xsd.
// Source: https://github.com/jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd

import { describe, expect, test } from 'vitest';
import { renderJunit } from './junit.js';
import { hostileText, hostileTexts } from './testing/hostile-text.js';
import { passed, reportOf, sampleReport } from './testing/sample-report.js';
import { readXml, type XmlElement } from './testing/well-formed-xml.js';

interface Rule {
  readonly within: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** What the schema allows for the elements that are used here. */
const rules: Readonly<Record<string, Rule>> = {
  testsuites: { within: '', required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    within: 'testsuites',
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
  },
  testcase: { within: 'testsuite', required: ['name'], optional: ['time', 'classname', 'group'] },
  failure: { within: 'testcase', required: [], optional: ['type', 'message'] },
  error: { within: 'testcase', required: [], optional: ['type', 'message'] },
  skipped: { within: 'testcase', required: [], optional: ['type', 'message'] },
  'system-out': { within: 'testcase', required: [], optional: [] },
};

function expectValid(elements: readonly XmlElement[]): void {
  for (const { name, attributes, within } of elements) {
    const rule = rules[name];
    expect(rule, name).toBeDefined();
    expect(within.at(-1) ?? '', name).toBe(rule?.within);
    const names = Object.keys(attributes);
    expect(names, name).toEqual(expect.arrayContaining([...(rule?.required ?? [])]));
    expect([...(rule?.required ?? []), ...(rule?.optional ?? [])], name).toEqual(expect.arrayContaining(names));
  }
}

describe('the JUnit report is valid', () => {
  test('with verdicts of every kind', () => {
    const elements = readXml(renderJunit(sampleReport()));
    expectValid(elements);
    const count = (name: string): number => elements.filter((element) => element.name === name).length;
    expect(['testcase', 'failure', 'error', 'skipped'].map((name) => count(name))).toEqual([8, 2, 2, 2]);
    const suite = elements.find(({ name }) => name === 'testsuite')?.attributes;
    expect(suite).toMatchObject({ tests: '8', failures: '2', errors: '2', skipped: '2' });
  });

  test('without a check, and without a failure', () => {
    expectValid(readXml(renderJunit(reportOf([]))));
    expectValid(readXml(renderJunit(reportOf([passed('a', 'PP-01')]))));
  });

  test.each([
    ['of every kind', hostileText],
    ...hostileTexts.map((text) => [JSON.stringify(text.slice(0, 30)), (place: string) => `${place} ${text}`] as const),
  ] as const)('with hostile texts %s', (_, foreign) => {
    expectValid(readXml(renderJunit(sampleReport(foreign))));
  });
});
