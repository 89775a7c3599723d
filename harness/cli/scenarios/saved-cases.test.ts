// Counterexamples that a run saved are tried first by the next run into the same folder, and removed once they are fixed.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';

async function run(url: string, folder: string, seed: string): Promise<CliResult> {
  const args = ['run', '--target', url, '--filter', 'POL-05', '--profile', 'smoke', '--seed', seed, '--out', 'out'];
  return runInProcess(args, { cwd: folder });
}

function cases(folder: string): readonly string[] {
  const path = join(folder, 'out/cases');
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
}

/** The first case of the input class, in the order in which the run generated them. */
function firstCase(folder: string, inputClass: string): unknown {
  const lines = readFileSync(join(folder, 'out/events.ndjson'), 'utf8').trim().split('\n');
  const events = lines.map((line): Record<string, unknown> => JSON.parse(line));
  return events.find((event) => event['event'] === 'case' && event['inputClass'] === inputClass)?.['steps'];
}

test('a saved case is tried before anything is generated', async ({ folder, serve }) => {
  const { url } = await serve({ service: acceptsEveryPolicy });
  expect((await run(url, folder, '1')).code).toBe(1);
  const [name = ''] = cases(folder);
  const path = join(folder, 'out/cases', name);
  const saved = JSON.parse(readFileSync(path, 'utf8'));
  // Edited by hand into a text that no generator makes.
  saved.case.steps.at(-1).operation.input.Policy = 'edited by hand';
  writeFileSync(path, JSON.stringify(saved));
  expect((await run(url, folder, '2')).code).toBe(1);
  expect(firstCase(folder, saved.case.inputClass)).toEqual([
    { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: 'edited by hand' } },
  ]);
});

test('a saved case that no longer fails is removed, and is not enough for the run to pass', async ({
  folder,
  serve,
}) => {
  const faulty = await serve({ service: acceptsEveryPolicy });
  await run(faulty.url, folder, '1');
  expect(cases(folder).length).toBeGreaterThan(0);
  const mended = await serve();
  expect((await run(mended.url, folder, '1')).code).toBe(0);
  expect(cases(folder)).toEqual([]);
  const [check] = readResults(join(folder, 'out')).checks;
  expect(check).toMatchObject({ verdict: 'pass' });
  expect(check?.observed).toBeGreaterThanOrEqual(check?.required ?? Infinity);
});

test('a file in the folder that is not a case is kept and reported', async ({ folder, serve }) => {
  const faulty = await serve({ service: acceptsEveryPolicy });
  await run(faulty.url, folder, '1');
  writeFileSync(join(folder, 'out/cases/note.json'), 'no case');
  expect((await run(faulty.url, folder, '1')).code).toBe(1);
  expect(readFileSync(join(folder, 'out/cases/note.json'), 'utf8')).toBe('no case');
  expect(readFileSync(join(folder, 'out/events.ndjson'), 'utf8')).toContain('case-file-skipped');
});
