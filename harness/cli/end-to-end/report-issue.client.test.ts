// `report issue`: the text, and its program run with boto3 against a real emulator, which answers as the text says.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { caseFileSchema, type CaseFile } from '../../files/case-file.js';
import { test, temporaryFolder, type TemporaryFolder } from '../../testing/cli-test.js';
import { findMoto, startMoto, type MotoServer } from '../../testing/moto-server.js';
import { cleanEnvironment } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';

const run = promisify(execFile);
const clients = fileURLToPath(new URL('../../../.cache/clients/bin/', import.meta.url));
const moto = findMoto();
const isThere = moto !== undefined && existsSync(join(clients, 'python'));
const isRequired = process.env['CI'] === 'true';
const reason = isThere || isRequired ? '' : ' (skipped: run .ci/install-moto and .ci/install-clients)';

const put = (policy: string) => ({ kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: policy } }) as const;

const accepted: CaseFile = {
  schema: 'pca-conformance/case/1',
  check: 'policy-text/refuses-what-is-no-json',
  requirement: 'POL-02',
  guarantee: 'The answer is one that the evidence allows.',
  expected: ['InvalidPolicyException'],
  actual: 'Success',
  case: {
    inputClass: 'policy/no-json',
    given: ['usable'],
    edit: 'the policy is no JSON <b>at all</b>\u001b[31m',
    steps: [{ role: 'subject', operation: put('no \u007f json') }],
  },
};

function programOf(text: string): string {
  const [, block] = /```python\n([\s\S]*?)\n```/.exec(text) ?? [];
  if (block === undefined) throw new Error(`There is no program in:\n${text}`);
  return block;
}

test('is a title, the documented behaviour with its sources, and a program, safe to publish', async ({ folder }) => {
  writeFileSync(join(folder, 'case.json'), JSON.stringify(accepted));
  const { code, stdout, stderr } = await runInProcess(['report', 'issue', 'case.json'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^# ACM PCA: PutPolicy answered with Success instead of InvalidPolicyException/);
  expect(stdout).toContain('](https://');
  expect(programOf(stdout)).toContain('call("put_policy"');
  expect(stdout).not.toMatch(/[^\n -~]|<b>/);
});

test('says which member of a malformed case is wrong', async ({ folder }) => {
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ ...accepted, expected: 'Success' }));
  const { code, stderr } = await runInProcess(['report', 'issue', 'case.json'], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('expected');
});

test('has threads for calls that overlap', async ({ folder }) => {
  const lane = { offset: 0, calls: [{ pause: 'none' as const, operation: put('{}') }] };
  const schedule = { order: 1, waves: [{ lanes: [lane, lane] }] };
  const saved: CaseFile = { ...accepted, case: { ...accepted.case, steps: [], schedule } };
  writeFileSync(join(folder, 'case.json'), JSON.stringify(saved));
  const { stdout } = await runInProcess(['report', 'issue', 'case.json'], { cwd: folder });
  expect(programOf(stdout)).toContain('Thread(');
});

/** One requirement for each kind of call. */
const filters = ['WIRE-10', 'POL-01', 'POL-02', 'ST-05'].flatMap((id) => ['--filter', id]);

describe.skipIf(!isThere && !isRequired)(`the programs of failures of moto${reason}`, () => {
  let server: MotoServer;
  let home: TemporaryFolder;

  beforeAll(async () => {
    if (moto === undefined) throw new Error('moto is required where CI=true; run .ci/install-moto.');
    home = temporaryFolder();
    server = await startMoto(moto);
    await runInProcess(['run', '--target', server.url, '--profile', 'smoke', '--quiet', '--out', 'out', ...filters], {
      cwd: home.path,
    });
  });
  afterAll(async () => {
    await server?.stop();
    home?.remove();
  });

  /** The name of the failing answer, or undefined if it is more than a name. */
  function answerOf({ actual, case: { schedule } }: CaseFile): string | undefined {
    return schedule === undefined ? /^(Success|\w+Exception)/.exec(actual)?.[0] : undefined;
  }

  /** One case of each kind. */
  function cases(): readonly { readonly path: string; readonly saved: CaseFile }[] {
    const folder = join(home.path, 'out/cases');
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        path: join(folder, name),
        saved: caseFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
      }));
    const one = (text: RegExp): typeof all =>
      all.filter(({ saved }) => text.test(JSON.stringify(saved.case))).slice(0, 1);
    // A raw request, a text that is padded to a length, and the state of a CA.
    return [...one(/"RawRequest"/), ...one(/\{\{fill:/), ...one(/PENDING_CERTIFICATE/)];
  }

  test('show the answer that the text names', async () => {
    let ran = 0;
    for (const { path, saved } of cases()) {
      const answer = answerOf(saved);
      const { stdout: text } = await runInProcess(['report', 'issue', path], { cwd: home.path });
      const program = join(home.path, 'program.py');
      writeFileSync(program, programOf(text));
      const { stdout } = await run(join(clients, 'python'), [program, server.url], { env: cleanEnvironment() });
      const lines = stdout.trim().split('\n');
      expect(lines.length, path).toBeGreaterThan(0);
      if (answer === undefined) continue;
      const isRaw = saved.case.steps.some(({ operation }) => operation.kind === 'RawRequest');
      const shown = isRaw && answer === 'Success' ? '200' : answer;
      expect(
        lines.some((line) => line.includes(`-> ${shown}`)),
        `${path}\n${stdout}`,
      ).toBe(true);
      ran += 1;
    }
    expect(ran).toBe(3);
  });
});
