// What real runs write matches the JSON Schemas in the package, and wrong files do not.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect } from 'vitest';
import { fileSchemaNames, type FileSchemaName } from '../../files/file-schemas.js';
import { openJournal } from '../../live/journal.js';
import { test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import { runCli } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';
import { startServe } from '../../testing/run-serve.js';

const folderOfSchemas = fileURLToPath(new URL('../../../dist/schemas/', import.meta.url));

type SchemaName = FileSchemaName | 'emulator-state';

function validatorOf(name: SchemaName): ValidateFunction {
  // The two differences that the generated schemas allow: keys of a record that are named elsewhere, tuples with a rest.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTuples: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(folderOfSchemas, `${name}.schema.json`), 'utf8')));
}

function expectValid(name: SchemaName, values: readonly unknown[]): void {
  const validate = validatorOf(name);
  expect(values.length).toBeGreaterThan(0);
  for (const value of values)
    expect({ valid: validate(value), errors: validate.errors }).toEqual({ valid: true, errors: null });
}

function jsonIn(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

function eventsIn(out: string): readonly unknown[] {
  return linesIn(out, 'events.ndjson');
}

function linesIn(...path: readonly string[]): readonly unknown[] {
  const lines = readFileSync(join(...path), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}

test('the package has a schema for every file that is written', () => {
  // The schema of the configuration comes from the options, that of the state from the modules that keep it.
  const names = [...fileSchemaNames, 'config', 'emulator-state'];
  expect(readdirSync(folderOfSchemas).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});

describe('what a run writes matches its schema', () => {
  test.concurrent('on a target that conforms', async ({ folder }) => {
    const reports = ['--report', 'badge=badge.json', '--report', 'matrix=matrix.json'];
    const { code } = await runInProcess(['run', '--profile', 'smoke', ...reports, '--out', 'out'], { cwd: folder });
    expect(code).toBe(0);
    expectValid('results', [jsonIn(folder, 'out/results.json')]);
    expectValid('badge', [jsonIn(folder, 'badge.json')]);
    expectValid('matrix', [jsonIn(folder, 'matrix.json')]);
    expectValid('event', eventsIn(join(folder, 'out')));
  });

  test.concurrent('on one that fails, with its cases, as one part of several', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const args = ['run', '--target', url, '--profile', 'smoke', '--filter', 'P*', '--shard', '1/2', '--out', 'out'];
    args.push('--trace', '--trace-all', 'all.ndjson');
    const { code } = await runInProcess(args, { cwd: folder });
    expect(code).toBe(1);
    expectValid('results', [jsonIn(folder, 'out/results.json')]);
    expectValid('event', eventsIn(join(folder, 'out')));
    expectValid('exchange', linesIn(folder, 'all.ndjson'));
    const cases = readdirSync(join(folder, 'out/cases')).filter((name) => name.endsWith('.json'));
    expectValid(
      'case',
      cases.map((name) => jsonIn(folder, 'out/cases', name)),
    );
  });

  test.concurrent('on one that does not answer', async ({ folder, serve }) => {
    const { url } = await serve({ resets: (kind) => kind === 'CreateCertificateAuthority' });
    await runInProcess(['run', '--target', url, '--filter', 'PP-01', '--out', 'out'], { cwd: folder });
    expectValid('results', [jsonIn(folder, 'out/results.json')]);
    expectValid('event', eventsIn(join(folder, 'out')));
  });

  test.concurrent('and two targets side by side', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const args = ['diff', '--left', 'builtin', '--right', url, '--profile', 'smoke', '--filter', 'POL-07', '--json'];
    const { code, stdout } = await runInProcess([...args, '--out', 'out'], { cwd: folder });
    expect(code).toBe(1);
    expectValid('diff', [JSON.parse(stdout)]);
  });

  test.concurrent('and a ledger', async ({ folder }) => {
    const { code } = await runInProcess(['record', '--filter', 'POL-10', '--filter', 'GP-01'], { cwd: folder });
    expect(code).toBe(0);
    expectValid('ledger', [jsonIn(folder, 'ledger.json')]);
  });

  test('and a journal', ({ folder }) => {
    const head = { run: 'pca-0123456789ab', account: '111122223333', region: 'us-east-1', host: 'here', process: 1 };
    const journal = openJournal(folder, { ...head, at: '2026-01-01T00:00:00.000Z' });
    journal.creating('pca-0123456789ab-1');
    journal.created('pca-0123456789ab-1', 'arn');
    journal.borrowed('arn', null);
    journal.borrowed('arn', '{}');
    journal.returned('arn');
    journal.removed('arn');
    journal.close(true);
    const lines = linesIn(journal.path);
    expect(lines).toHaveLength(8);
    expectValid('journal', lines);
  });

  test.concurrent('and the selftest', async ({ folder }) => {
    const args = ['selftest', '--mutant', 'drops-sids', '--seeds', '1', '--profile', 'smoke'];
    const { code } = await runCli([...args, '--report', 'json=selftest.json'], { cwd: folder });
    expect(code).toBe(0);
    expectValid('selftest', [jsonIn(folder, 'selftest.json')]);
  });
});

test('the state of the emulator matches its schema', async ({ folder }) => {
  const path = join(folder, 'state.json');
  const service = await startServe(['--state', path]);
  await service.stop();
  expectValid('emulator-state', [jsonIn(path)]);
});

test.each([...fileSchemaNames, 'emulator-state'] as const)('the schema of %s refuses what no run writes', (name) => {
  const validate = validatorOf(name);
  for (const value of [null, [], {}, { schema: `pca-conformance/${name}/9` }, 'text'])
    expect(validate(value)).toBe(false);
});
