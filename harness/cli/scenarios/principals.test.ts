// `--principal` on the command line and in the configuration: its mistakes, what a target refuses, and what is written.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { presetKeys } from '../../api/preset-keys.js';
import { presetPrincipals } from '../../api/principal.js';
import { startEmulator, type Emulator } from '../../emulator/emulator.js';
import { loadEmulators } from '../../emulators/load.js';
import { readPrincipal } from '../../run/options/principal-options.js';
import { accountProblem } from '../../run/session/principal-accounts.js';
import { allowed } from '../../testing/aws-stand-in.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const { accessKeyId, secretAccessKey } = presetKeys('third');
const third = `third=key:${accessKeyId}:${secretAccessKey}`;
const few = ['--profile', 'smoke', '--seed', '1', '--filter', 'POL-0*', '--out', 'out'];
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({
    service: acceptsEveryPolicy,
    nowMs: () => Date.now(),
    ...caller,
    principals: presetPrincipals(caller),
    requireSignature: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
});

afterAll(() => emulator.close());

const url = 'http://127.0.0.1:1';
const role = 'role:arn:aws:iam::444455556666:role/grantee';

describe('a mistake ends the command before anything is sent', () => {
  const mistakes: readonly (readonly [words: readonly string[], message: string])[] = [
    [['--target', url, '--principal', 'grante=account:444455556666'], 'Did you mean "grantee"'],
    [['--target', url, '--principal', `grantee=${role}`, '--principal', `grantee=${role}`], 'grantee is given twice'],
    [
      ['--target', url, '--principal', `grantee=${role}`, '--principal', 'third=account:444455556666'],
      '--principal third and grantee are both in account 444455556666',
    ],
    [
      ['--target', url, '--principal', `grantee=${role}`, '--grantee-account', '777788889999'],
      'leave --grantee-account out',
    ],
    [['--target', url, '--principal', 'grantee=profile:other'], 'profile: is for live AWS alone'],
    [['--target', 'builtin:http', '--principal', third], 'builtin:http has its own principals'],
    [[...allowed, '--create-ca', '--yes', '--principal', third], 'key: is not for live AWS; give role: or profile:'],
    [['--target', 'module:./mine.js', '--principal', third], 'the module says itself which principals it knows'],
    [
      ['--target', 'driver:true', '--endpoint', url, '--principal', 'third=header:x=y'],
      'a driver sends no header of the user',
    ],
  ];
  test.for(mistakes)('%j', async ([words, message], { folder }) => {
    const { code, stderr } = await runInProcess(['run', ...words], { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
    expect(stderr).not.toContain(secretAccessKey);
  });
});

test('the principals that are known of emulators can be given as options', async () => {
  for (const { id, principals = {} } of await loadEmulators()) {
    const specs = Object.entries(principals).map(([name, spec]) => readPrincipal(`${name}=${spec}`));
    const accounts = specs.flatMap(({ name, spec }) =>
      spec.account === undefined ? [] : [[name, spec.account] as const],
    );
    expect([id, accountProblem(new Map(accounts), undefined)]).toEqual([id, undefined]);
  }
});

test('keys that the target refuses make a run inconclusive', async ({ folder }) => {
  const words = ['run', '--target', emulator.url, '--principal', `third=key:${accessKeyId}:wrong`];
  const { code, stderr } = await runInProcess(words, { cwd: folder });
  expect({ code, stderr }).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('--principal third: the STS of the target refuses its keys'),
  });
});

test('a configuration has the principals as a map', async ({ folder }) => {
  const file = join(folder, 'pca-conformance.config.yaml');
  writeFileSync(file, `target: ${emulator.url}\nprincipals:\n  third: key:${accessKeyId}:wrong\n`);
  const { code, stderr } = await runInProcess(['run'], { cwd: folder });
  expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('--principal third: ') });
  const shown = await runInProcess(['run', '--print-config'], { cwd: folder });
  expect(shown.stdout).toMatch(/^# principals: \(hidden\) +# .*line 2$/m);
  writeFileSync(file, 'principals: [third]\n');
  expect((await runInProcess(['run'], { cwd: folder })).code).toBe(2);
});

test('a replay names variables instead of secrets, and no file has one', async ({ folder }) => {
  const words = ['run', '--target', emulator.url, '--principal', third, '--trace', ...few];
  const { code, stdout, stderr } = await runInProcess(words, { cwd: folder });
  expect(code).toBe(1);
  const out = join(folder, 'out');
  const replays = readResults(out).checks.flatMap(({ failures }) => failures.map(({ replay }) => replay));
  expect(replays.length).toBeGreaterThan(0);
  for (const replay of replays) expect(replay).toContain(`--principal third=key:${accessKeyId}:"$THIRD_SECRET"`);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  for (const text of [...texts, stdout, stderr]) expect(text).not.toContain(secretAccessKey);
});
