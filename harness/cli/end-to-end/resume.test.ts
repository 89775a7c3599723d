// A killed run is resumed: what was measured is not measured again, and nothing is lost.

import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { runEventSchema, type RunEvent } from '../../files/run-event.js';
import { readResults, temporaryFolder, test } from '../../testing/cli-test.js';
import { runCli, startCli } from '../../testing/run-cli.js';

const amount = ['--profile', 'nightly', '--runs', '2', '--seed', '5', '--max-calls', '2500'];
const selected = ['--filter', 'put-policy/*', '--filter', 'get-policy/*'];
const options = [...amount, ...selected, '--out', 'out', '--quiet'];

test('a killed run continues where it was, and finds what it would have found', async ({ folder, serve }) => {
  const service = await serve();
  const args = ['run', '--target', service.url, ...options];
  const killed = await startCli(args, { cwd: folder });
  await service.reached(900);
  killed.kill('SIGKILL');
  expect(await killed.result).toMatchObject({ signal: 'SIGKILL' });
  const before = eventsIn(folder);
  expect(before.some(({ event }) => event === 'progress')).toBe(true);
  // The line that was being written.
  appendFileSync(join(folder, 'out/events.ndjson'), '{"event":"progr');

  const { code, stderr } = await runCli([...args, '--resume'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const results = readResults(join(folder, 'out'));
  expect(results.run).toMatchObject({ seed: 5, calls: expect.any(Number) });
  expect(results.checks.every(({ verdict }) => verdict === 'pass')).toBe(true);
  // The CAs of the process that was killed are removed with the others.
  expect(new Set(service.authorities().map(({ status }) => status))).toEqual(new Set(['DELETED']));

  const after = eventsIn(folder).slice(before.length);
  expect(after[0]).toMatchObject({ event: 'run-resumed' });
  const through = (events: readonly RunEvent[]): readonly string[] =>
    events.flatMap((event) =>
      event.event === 'progress' && event.phase !== 'random' ? `${event.inputClass} ${event.phase}` : [],
    );
  // Each input class goes through each phase once, in either process.
  const all = [...through(before), ...through(after)];
  expect(new Set(all).size).toBe(all.length);
});

describe('a run that cannot be resumed is a mistake with its fix', () => {
  const begun = temporaryFolder();
  const run = ['run', '--profile', 'smoke', '--seed', '5', '--filter', 'PP-01', '--out', 'out', '--quiet'];

  beforeAll(async () => {
    await runCli([...run, '--max-calls', '3'], { cwd: begun.path });
  }, 60_000);
  afterAll(() => begun.remove());

  test.for([
    ['another seed', [...run, '--seed', '6'], /has --seed "5", and this one "6"/],
    ['another filter', [...run, '--filter', 'PP-03'], /has --filter "PP-01", and this one "PP-01 PP-03"/],
    ['another target', [...run, '--target', 'builtin:http'], /has --target "builtin", and this one "builtin:http"/],
    ['another grantee', [...run, '--grantee-account', '444455556666'], /has --grantee-account "", and this one "4444/],
    ['a spent budget', [...run, '--max-calls', '3'], /made \d+ calls already: give more with --max-calls/],
    ['no run', [...run, '--out', 'elsewhere'], /events\.ndjson cannot be read.*Give --out the folder of the run/s],
  ] as const)('%s', async ([_title, args, message], { folder }) => {
    cpSync(begun.path, folder, { recursive: true });
    const { code, stderr } = await runCli([...args, '--resume'], { cwd: folder });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('a file that is not a log', async ({ folder }) => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/events.ndjson'), '{"event":"run-started"}\n');
    const { code, stderr } = await runCli([...run, '--resume'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/line 1 is not as a run writes it/) });
  });
});

function eventsIn(folder: string): readonly RunEvent[] {
  return readFileSync(join(folder, 'out/events.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => runEventSchema.parse(JSON.parse(line)));
}
