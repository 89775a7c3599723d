// `replay`: its four results, what it shows of the wire, cases of overlapping calls, broken files.

import { success } from '../../api/outcome.js';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { exchangeLineSchema } from '../../files/exchange.js';
import type { CaseFile } from '../../files/case-file.js';
import { newestModelRevision } from '../../api/service-model.js';
import { amongOthers, hasRival } from '../../mutants/overlap.js';
import { startEmulator } from '../../emulator/emulator.js';
import { builtinService } from '../../run/session/open-target.js';
import { readResults, test } from '../../testing/cli-test.js';
import { deadUrl } from '../../testing/fake-service.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import { runInProcess, runLineInProcess } from '../../testing/run-in-process.js';

/** A policy that no service may accept, put and accepted. */
const saved: CaseFile = {
  schema: 'pca-conformance/case/1',
  check: 'policy-text/rejects-non-object-json',
  requirement: 'POL-05',
  guarantee: 'PutPolicy is answered as documented.',
  expected: ['InvalidPolicyException', 'ValidationException'],
  actual: 'Success',
  case: {
    inputClass: 'policy/words',
    given: ['usable'],
    steps: [
      {
        role: 'subject',
        operation: { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: 'no policy' } },
        acceptable: ['InvalidPolicyException', 'ValidationException'],
      },
    ],
  },
};

/** Drops a put while another write to the CA is in progress, which takes long enough for calls over HTTP to overlap. */
const dropsPutsThatMeet = amongOthers(() => async ({ operation, others, step, delay }) => {
  await delay(20);
  return operation.kind === 'PutPolicy' && hasRival(operation, others()) ? success() : step(operation);
});

function write(folder: string, file: unknown): void {
  writeFileSync(join(folder, 'case.json'), JSON.stringify(file));
}

async function replay(folder: string, target: string, ...more: readonly string[]): ReturnType<typeof runInProcess> {
  return runInProcess(['replay', 'case.json', '--target', target, ...more], { cwd: folder });
}

describe('a case', () => {
  test.concurrent('is FIXED if every answer is allowed, on either built-in target', async ({ folder }) => {
    write(folder, saved);
    for (const target of ['builtin', 'builtin:http']) {
      const { code, stdout } = await replay(folder, target);
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^FIXED: /m) });
    }
  });

  test.concurrent('STILL FAILS if the same answer is given again', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    write(folder, saved);
    const { code, stdout } = await replay(folder, url);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringMatching(/^STILL FAILS: /m) });
  });

  test.concurrent('is CHANGED if it fails by another answer', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    write(folder, { ...saved, actual: 'ConflictException' });
    const { code, stdout } = await replay(folder, url);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringMatching(/^CHANGED: /m) });
    expect(stdout).toMatch(/actual +Success\n +before +ConflictException/);
  });

  test.concurrent('is INDETERMINATE if the target does not answer', async ({ folder }) => {
    write(folder, saved);
    const { code, stdout } = await replay(folder, await deadUrl());
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringMatching(/^INDETERMINATE: /m) });
  });

  test.concurrent('can be edited by hand', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    write(folder, JSON.parse(JSON.stringify(saved).replace('no policy', 'edited by hand')));
    const { stdout } = await replay(folder, url, '--trace');
    expect(stdout).toContain('"Policy":"edited by hand"');
  });
});

describe('--trace', () => {
  test.concurrent('prints every request and answer, and no signature', async ({ folder, serve }) => {
    const service = await serve({ service: acceptsEveryPolicy });
    write(folder, saved);
    const { stdout } = await replay(folder, service.url, '--trace', '--secret-key', 'a-very-secret-key');
    expect(stdout.match(/^ {2}POST \//gm)).toHaveLength(service.callCount());
    expect(stdout.match(/^ {2}-> HTTP \d{3}, after [\d.]+ ms$/gm)).toHaveLength(service.callCount());
    expect(stdout).toContain('x-amz-target: ACMPrivateCA.PutPolicy');
    expect(stdout).toContain('Signature=(not shown)');
    expect(stdout).not.toMatch(/Signature=[0-9a-f]|a-very-secret-key/);
  });

  test.concurrent('shows what would go over the wire of a target in process', async ({ folder }) => {
    write(folder, saved);
    const { stdout } = await replay(folder, 'builtin', '--trace');
    expect(stdout).toMatch(/x-amz-target: ACMPrivateCA\.PutPolicy[^]*"Policy":"no policy"\}\n {2}-> HTTP 400, /);
    expect(stdout).toContain('{"__type":"InvalidPolicyException"');
  });

  test.concurrent('shortens long texts, and says how long they are', async ({ folder }) => {
    write(folder, JSON.parse(JSON.stringify(saved).replace('no policy', 'x'.repeat(5_000))));
    const { stdout } = await replay(folder, 'builtin', '--trace');
    expect(stdout).toMatch(/x \.\.\. \(5\d\d\d characters\) \.\.\. x/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(1_000);
  });
});

describe('--trace-all', () => {
  test.concurrent('writes every exchange as a line of JSON', async ({ folder, serve }) => {
    const service = await serve();
    write(folder, saved);
    const { code } = await replay(folder, service.url, '--trace-all', 'made/all.ndjson', '--secret-key', 'very-secret');
    expect(code).toBe(0);
    const text = readFileSync(join(folder, 'made/all.ndjson'), 'utf8');
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(service.callCount());
    for (const line of lines) exchangeLineSchema.parse(JSON.parse(line));
    expect(text).not.toMatch(/Signature=[0-9a-f]|very-secret/);
  });

  test.concurrent('into a file that cannot be written sends nothing: exit 7', async ({ folder, serve }) => {
    const service = await serve();
    write(folder, saved);
    const { code, stderr } = await replay(folder, service.url, '--trace-all', '/dev/null/all.ndjson');
    expect({ code, calls: service.callCount() }).toEqual({ code: 7, calls: 0 });
    expect(stderr).toContain('/dev/null/all.ndjson');
  });
});

describe('a run', () => {
  const args = ['--profile', 'smoke', '--filter', 'POL-05', '--seed', '1', '--out', 'out'];

  test.concurrent('prints with --trace what went over the wire below each failure', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const { code, stdout } = await runInProcess(['run', '--target', url, ...args, '--trace'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}trace {4}1\. POST \/\n[^]*x-amz-target: ACMPrivateCA\.PutPolicy\n[^]*-> HTTP 200, /m);
    expect(stdout).not.toMatch(/Signature=[0-9a-f]/);
    const [check] = readResults(join(folder, 'out')).checks;
    expect(check?.failures[0]?.program.at(-1)?.exchange).toMatchObject({
      operation: 'PutPolicy',
      answer: { status: 200 },
    });
  });

  test.concurrent(
    'writes with --trace-all each call that it makes, and shows none without',
    async ({ folder, serve }) => {
      const service = await serve();
      const { code, stdout } = await runInProcess(
        ['run', '--target', service.url, ...args, '--trace-all', 'all.ndjson'],
        {
          cwd: folder,
        },
      );
      expect(code).toBe(0);
      expect(stdout).not.toContain('POST /');
      const lines = readFileSync(join(folder, 'all.ndjson'), 'utf8').trim().split('\n');
      expect(lines).toHaveLength(service.callCount());
    },
  );
});

describe('a case of overlapping calls', () => {
  const overlapping = 'concurrency/handles-overlapping-writes-consistently';

  test.concurrent('STILL FAILS on the target that loses one, and is FIXED on the built-in ones', async ({ folder }) => {
    const { service, caller } = builtinService('us-east-1', newestModelRevision);
    const nowMs = (): number => performance.now();
    const emulator = await startEmulator({ service, ...caller, nowMs, intercept: dropsPutsThatMeet() });
    try {
      // Which calls overlap is random, so there are several of each kind.
      const args = ['--profile', 'ci', '--filter', overlapping, '--settle-ms', '300', '--out', 'out'];
      const ran = await runInProcess(['run', '--target', emulator.url, ...args], { cwd: folder });
      expect(ran.code).toBe(1);
      const line = /^ +replay +(npx .*)$/m.exec(ran.stdout)?.[1] ?? '';
      const again = await runLineInProcess(line, { cwd: folder });
      expect(again).toMatchObject({ code: 1, stdout: expect.stringMatching(/^(STILL FAILS|CHANGED): /m) });
    } finally {
      await emulator.close();
    }
    const [name = ''] = readdirSync(join(folder, 'out/cases')).filter((each) => each.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(folder, 'out/cases', name), 'utf8'))).toMatchObject({
      case: { schedule: { waves: expect.any(Array) } },
    });
    for (const target of ['builtin', 'builtin:http']) {
      const fixed = await runInProcess(['replay', join('out/cases', name), '--target', target], { cwd: folder });
      expect(fixed, target).toMatchObject({ code: 0, stdout: expect.stringMatching(/^FIXED: /m) });
    }
  });
});

describe('a broken file ends with exit 2, and the message names path, found and expected', () => {
  const [step] = saved.case.steps;
  const withStep = (changed: object): object => ({
    ...saved,
    case: { ...saved.case, steps: [{ ...step, ...changed }] },
  });
  const broken = [
    ['case.steps[0].role: found "boss", expected "control" or "subject"', withStep({ role: 'boss' })],
    ['expected: found 7, expected an array', { ...saved, expected: 7 }],
    ['guarantee: found nothing, expected a string', { ...saved, guarantee: undefined }],
    ['the file: found the unknown key "extra"', { ...saved, extra: 1 }],
    ['schema: found "x", expected "pca-conformance/case/1"', { ...saved, schema: 'x' }],
    ['case.given: found [], expected at least 1 items', { ...saved, case: { ...saved.case, given: [] } }],
    ['case.steps[0].acceptable[0]: found "Sucess", expected "Success", ', withStep({ acceptable: ['Sucess'] })],
    [
      'case.steps[0].operation.kind: found "PutPolcy", expected "PutPolicy", ',
      withStep({ operation: { kind: 'PutPolcy', input: {} } }),
    ],
  ] as const;

  test.concurrent.for(broken)('%s', async ([words, file], { folder }) => {
    write(folder, file);
    const { code, stdout, stderr } = await replay(folder, 'builtin');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(existsSync(join(folder, '.pca'))).toBe(false);
  });
});
