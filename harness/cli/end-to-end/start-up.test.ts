// Which modules a command loads: a bound on time could not be tested as reliably.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import { runCli } from '../../testing/run-cli.js';

const heavy = ['zod', 'vitest', 'fast-check', '@aws-sdk', 'aws-sdk-client-mock', 'yaml', '@peculiar'];

describe('what only shows the help or the versions', () => {
  test.concurrent.for(['--help', 'run --help', '--version', 'report --help'])(
    '%s loads commander and little else',
    async (words, { folder }) => {
      const { code, loaded } = await packagesLoadedBy(words.split(' '), folder);
      expect({ code, commander: loaded.has('commander') }).toEqual({ code: 0, commander: true });
      for (const name of heavy) expect(loaded).not.toContain(name);
    },
  );
});

const smoke = ['--profile', 'smoke', '--filter', 'PP-01'];

describe('the test runner is loaded by no command', () => {
  const commands: readonly (readonly [exitCode: number, ...words: string[]])[] = [
    [0, 'run', ...smoke],
    [0, 'run', ...smoke, '--target', 'builtin:http'],
    [0, 'diff', '--left', 'builtin', '--right', 'builtin:http', ...smoke],
    [0, 'selftest', '--mutant', 'forgets-every-policy', '--seeds', '1', '--profile', 'smoke'],
    [0, 'doctor', '--target', 'builtin'],
    [0, 'list'],
    [0, 'sdk', '--filter', 'sdk-retry/*'],
  ];
  test.concurrent.for(commands)('%j', async ([exitCode, ...words], { folder }) => {
    expectNoTestRunner(await packagesLoadedBy(words, folder), exitCode);
  });

  test.concurrent('by "report" and "replay" of what a run left behind', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const run = ['run', '--target', url, '--profile', 'smoke', '--filter', 'POL-05', '--out', 'out'];
    expectNoTestRunner(await packagesLoadedBy(run, folder), 1);
    expectNoTestRunner(await packagesLoadedBy(['report', 'markdown', 'out/results.json'], folder), 0);
    const saved = readdirSync(join(folder, 'out/cases')).find((name) => name.endsWith('.json')) ?? '';
    expectNoTestRunner(await packagesLoadedBy(['replay', join('out/cases', saved), '--target', url], folder), 1);
  });
});

interface Loaded {
  readonly code: number | null;
  readonly loaded: ReadonlySet<string>;
}

function expectNoTestRunner({ code, loaded }: Loaded, exitCode: number): void {
  expect(code).toBe(exitCode);
  // Proves that loaded modules are reported at all.
  expect(loaded).toContain('commander');
  expect([...loaded].filter((name) => /^@?vite/.test(name))).toEqual([]);
}

/** The packages whose modules the process and its threads load. */
async function packagesLoadedBy(words: readonly string[], cwd: string): Promise<Loaded> {
  const { code, stderr } = await runCli(words, { cwd, env: { NODE_DEBUG: 'esm' } });
  const names = stderr.matchAll(/node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g);
  return { code, loaded: new Set([...names].map(([, name = '']) => name)) };
}
