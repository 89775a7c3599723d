// Errors that nobody catches during a run: faults of the suite, which the report names.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

const openTarget = new URL('../../../dist/harness/run/session/open-target.js', import.meta.url).href;

/** A target that judges as the built-in one, but leaves two errors behind at its first call, and can be made once. */
const module = `
import { openTarget } from '${openTarget}';
let made = 0;
let calls = 0;
export async function createTarget() {
  if (++made > 1) throw new Error('created twice');
  const target = await openTarget({ choice: { kind: 'builtin' }, region: 'us-east-1' }, '2025-02-11');
  return {
    ...target,
    async call(operation, options) {
      if (++calls === 1) {
        setTimeout(() => { throw new Error('thrown in a timer'); }, 0);
        void Promise.reject(new Error('rejected and left'));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return target.call(operation, options);
    },
  };
}
`;

test('before a run end with exit 7 too, because 1 is a verdict', async ({ folder }) => {
  writeFileSync(
    join(folder, 'target.mjs'),
    "setTimeout(() => { throw new Error('too early'); }, 0);\nawait new Promise(() => {});",
  );
  const { code, stderr } = await runCli(['run', '--target', 'module:./target.mjs'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 7, stderr: expect.stringContaining('too early') });
});

test('are reported, and end the run with exit 7 after its end', async ({ folder }) => {
  writeFileSync(join(folder, 'target.mjs'), module);
  const words = ['--target', 'module:./target.mjs', '--filter', 'PP-01', '--profile', 'smoke', '--seed', '1'];
  const { code, stdout } = await runCli(['run', ...words], { cwd: folder });
  expect(code).toBe(7);
  expect(stdout).toContain('thrown in a timer');
  const { exit, run, summary, faults } = readResults(join(folder, '.pca/last'));
  expect(faults.map((fault) => fault.split('\n', 1)[0])).toEqual([
    'Error: rejected and left',
    'Error: thrown in a timer',
  ]);
  expect([exit.code, run.complete]).toEqual([7, true]);
  expect(summary.verdicts).toMatchObject({ fail: 0 });
  expect(summary.verdicts.pass).toBeGreaterThan(0);
});
