// `selftest`, as a process of its own: what it prints, what it writes, how it ends.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { selftestSchema } from '../api/selftest-report.js';
import { test } from './testing/cli-test.js';
import { runCli } from './testing/run-cli.js';

test.concurrent('prints how surely a deviant is killed, and by which class of input', async ({ folder }) => {
  const args = ['selftest', '--deviant', 'drops-sids', '--seeds', '2', '--profile', 'smoke'];
  const { code, stdout } = await runCli([...args, '--report', 'json=scores.json'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/drops-sids +killed, 100 %, \d+ calls, get-policy\/returns-what-was-put/);
  expect(stdout).toContain('1 of 1 deviants killed by the check that they name, in every one of 2 seeds');
  const scores = selftestSchema.parse(JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')));
  expect(scores).toMatchObject({ seeds: 2, profile: 'smoke', isVoid: false, twins: [], exit: { code: 0 } });
  expect(scores.deviants).toMatchObject([{ id: 'drops-sids', outcome: 'killed', probability: 1 }]);
});

test.concurrent.for([
  ['--deviant drops-sid', '"drops-sids"'],
  ['--seeds 0', '--seeds 0'],
  ['--report scores.json', 'json=PATH'],
] as const)('%s is a mistake that is named, with exit 2', async ([words, named], { folder }) => {
  const { code, stdout, stderr } = await runCli(['selftest', ...words.split(' ')], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(named);
});

test.concurrent('a file that cannot be written is a fault of the suite', async ({ folder }) => {
  const args = ['selftest', '--deviant', 'drops-sids', '--seeds', '1', '--profile', 'smoke'];
  const { code, stderr } = await runCli([...args, '--report', 'json=no/such/folder.json'], { cwd: folder });
  expect(code).toBe(7);
  expect(stderr).toContain('no/such/folder.json was not written');
});
