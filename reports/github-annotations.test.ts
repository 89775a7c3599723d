// Workflow commands: one per line, whatever a target answers.

import { expect, test } from 'vitest';
import { renderGithubAnnotations } from './github-annotations.js';
import { hostileTexts } from './testing/hostile-text.js';
import { failed, passed, refusalMissed, reportOf, sampleReport } from './testing/sample-report.js';

const command = /^::(error|warning) title=[^:,\r\n]+::[^\r\n]+$/;

test('an error for each failed check, a warning for each that has no verdict', () => {
  const lines = renderGithubAnnotations(sampleReport()).trim().split('\n');
  expect(lines.map((line) => line.replace(/ .*/, ''))).toEqual(['::error', '::error', '::warning', '::warning']);
  expect(lines[0]).toMatch(/POL-05.*expected InvalidPolicyException or ValidationException, actual actual%0Anpx/);
});

test.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('%j begins no command', (_, text) => {
  const lines = renderGithubAnnotations(sampleReport((place) => `${place} ${text}`))
    .trim()
    .split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(command);
});

test('per cent signs and line ends of a message are escaped, colons and commas of a title too', () => {
  const check = { ...failed('a', 'POL-05', [refusalMissed(() => '100%0Ax', 'b')]), title: 'one, two: three' };
  const text = renderGithubAnnotations(reportOf([check]));
  expect(text).toContain('title=POL-05 one%2C two%3A three::');
  expect(text).toContain('actual 100%250Ax%0A');
});

test('at most ten of a kind', () => {
  const checks = Array.from({ length: 30 }, (_, index) =>
    failed(`check/${index}`, 'POL-05', [refusalMissed((place) => place, 'class')]),
  );
  expect(renderGithubAnnotations(reportOf(checks)).trim().split('\n')).toHaveLength(10);
});

test('nothing for a run that conforms, and the reason where a run ended otherwise', () => {
  const checks = [passed('a', 'PP-01')];
  expect(renderGithubAnnotations(reportOf(checks))).toBe('');
  const unreachable = reportOf([], { exit: { code: 4, reason: 'no CA could be created' } });
  expect(renderGithubAnnotations(unreachable)).toBe('::error title=pca-conformance::exit 4: no CA could be created\n');
});
