// A malicious or badly broken target: the run ends, reports it, and accepts none of it as an answer.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import { hostileAnswers } from '../../testing/hostile-answers.js';
import { runCli } from '../../testing/run-cli.js';

/** More would mean that a run keeps everything it receives. */
const maxBytes = 20 * 1_024 * 1_024;

test.concurrent.for(hostileAnswers)('$title', async ({ send }, { folder, serve }) => {
  const elsewhere = await serve();
  const service = await serve({ answersPolicyCalls: (response) => send(response, elsewhere.url) });
  const amount = ['--profile', 'smoke', '--seed', '1', '--filter', 'put-policy/*', '--filter', 'get-policy/*'];
  const limits = ['--call-timeout', '600ms', '--settle-ms', '0', '--max-time', '30s', '--out', 'out'];
  // A process that kept everything it receives would run out of memory here.
  const env = { NODE_OPTIONS: '--max-old-space-size=384' };
  const args = ['run', '--target', service.url, ...amount, ...limits];
  const { code, signal, stdout, stderr } = await runCli(args, { cwd: folder, env });
  expect({ signal, stderr }).toEqual({
    signal: null,
    stderr: expect.stringMatching(/^pca-conformance [^\n]*, seed 1\n(?:phase [^\n]*\n)*$/),
  });
  const results = readResults(join(folder, 'out'));
  expect([1, 4, 5]).toContain(code);
  expect(results.exit.code).toBe(code);
  expect(results.faults).toEqual([]);
  expect(results.checks.filter(({ verdict }) => verdict === 'pass')).toEqual([]);
  // The CAs are created and removed by calls that are answered.
  expect(new Set(service.authorities().map(({ status }) => status))).toEqual(new Set(['DELETED']));
  expect(elsewhere.callCount()).toBe(0);
  expect(bytesBelow(join(folder, 'out'))).toBeLessThan(maxBytes);
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]|    at .*\.js/);
});

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}
