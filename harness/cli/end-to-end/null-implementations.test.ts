// Null implementations: no run on one exits with 0, and none passes a check that it does not truly satisfy.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { deservedPasses } from '../../selftest/testing/deserved-passes.js';
import { nullImplementations, type NullImplementation } from '../../selftest/testing/null-implementations.js';
import type { Named } from '../../mutants/named.js';
import { startNullServer } from '../../selftest/testing/null-server.js';
import { judgeNullImplementations, limitsFor, passesOf } from '../../selftest/testing/selftest-nulls.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

/** Those judged by a separate process, one that answers and one that does not; the others run in this process. */
const asProcess = ['everything/accepts', 'policies/hangs'].map((id) => named(id));
const inProcess = nullImplementations.filter((each) => !asProcess.includes(each));

function named(id: string): Named<NullImplementation> {
  const found = nullImplementations.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no null implementation ${id}.`);
  return found;
}

/** How a run on it ends: if no CA could be created, or no call is answered, no check fails. */
function exitCodeFor({ id, behaviour }: Named<NullImplementation>): number {
  const isSilent = /(noise|resets|hangs|ThrottlingException)$/.test(id);
  return behaviour.kind === 'everything' || isSilent ? 4 : 1;
}

function deservedBy(id: string): readonly string[] {
  return Object.keys(deservedPasses[id] ?? {}).sort();
}

describe('a run of the command line', () => {
  test.concurrent.for(asProcess.map((each) => [each.id, each] as const))(
    'on %s passes only what it deserves, and ends with its exit code',
    async ([id, implementation], { folder }) => {
      const server = await startNullServer(implementation);
      try {
        const { concurrency, callTimeoutMs } = limitsFor(implementation);
        const limits = ['--concurrency', String(concurrency), '--call-timeout', `${callTimeoutMs}ms`];
        const options = ['--seed', '1', '--settle-ms', '100', '--out', 'out', '--quiet', ...limits];
        const args = ['run', '--target', server.url, '--profile', 'smoke', ...options];
        const { code, stderr } = await runCli(args, { cwd: folder });
        const { checks, exit, faults, leftovers } = readResults(join(folder, 'out'));
        expect({ code, stderr, faults, leftovers }).toEqual({
          code: exitCodeFor(implementation),
          stderr: '',
          faults: [],
          leftovers: [],
        });
        expect(exit.code).toBe(code);
        expect([...passesOf(id, checks).passed].sort()).toEqual(deservedBy(id));
        expect(existsSync(join(folder, 'out/junit.xml'))).toBe(true);
      } finally {
        await server.close();
      }
    },
  );
});

describe('the selftest', () => {
  test.concurrent.for(inProcess.map((each) => [each.id, each] as const))('on %s finds the same', async (row) => {
    const [id, implementation] = row;
    const [result] = await judgeNullImplementations([implementation]);
    expect(result).toMatchObject({ id, exit: { code: exitCodeFor(implementation) }, undeserved: [] });
    expect([...(result?.passed ?? [])].sort()).toEqual(deservedBy(id));
  });
});

test('every reason belongs to a null implementation', () => {
  const ids = nullImplementations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of Object.keys(deservedPasses)) expect(ids).toContain(id);
});
