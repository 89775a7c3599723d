// `explain` and `list`, from their arguments to what they print.

import { describe, expect } from 'vitest';
import { requirementIds } from '../../catalogue/index.js';
import { test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

describe('explain', () => {
  test('shows statement, level, answers, checks, both examples and sources', async ({ folder }) => {
    const { code, stdout } = await runInProcess(['explain', 'POL-30'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^POL-30 {2}any-of/);
    for (const part of [
      'acceptable answers',
      'LockoutPreventedException',
      'policy-content/rejects-other-effects',
      'accepted, for example',
      'refused, for example',
      'sources',
      'https://docs.aws.amazon.com/',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  test('says what is unknown, and why a requirement is not judged', async ({ folder }) => {
    const { code, stdout } = await runInProcess(['explain', 'ram-05'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('not judged');
    expect(stdout).toContain('unknown');
  });

  test('as JSON holds the same', async ({ folder }) => {
    const { stdout } = await runInProcess(['explain', 'POL-05', '--json'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'POL-05',
      level: 'must',
      examples: { accepted: { kind: 'PutPolicy' }, rejected: { kind: 'PutPolicy' } },
    });
  });

  test('refuses an id that it does not know, with the nearest ones', async ({ folder }) => {
    const { code, stderr } = await runInProcess(['explain', 'POL-99'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('POL-39');
    expect(stderr).not.toContain('    at ');
  });
});

test('list --json names every requirement, with its checks or the reason why it has none', async ({ folder }) => {
  const { code, stdout } = await runInProcess(['list', '--json'], { cwd: folder });
  expect(code).toBe(0);
  const { requirements }: { requirements: { id: string; checks: unknown[]; unjudged: unknown }[] } = JSON.parse(stdout);
  expect(requirements.map(({ id }) => id)).toEqual(requirementIds);
  for (const { id, checks, unjudged } of requirements) expect(checks.length > 0, id).toBe(unjudged === null);
});
