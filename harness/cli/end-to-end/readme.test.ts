// Every command of the README and of the pages that it links to is executed, here or by the CI script.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { allChecks } from '../../../suites/all-checks.js';
import { test } from '../../testing/cli-test.js';
import { runLine } from '../../testing/run-cli.js';
import { runLineInProcess } from '../../testing/run-in-process.js';

const root = new URL('../../../', import.meta.url);

function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const pages = ['README.md', 'reports/published/MATRIX.md', '.github/aws/README.md'];

/** The lines of the shell blocks. */
const commands = pages
  .flatMap((page) => [...textOf(page).matchAll(/```sh\n([\s\S]*?)```/g)])
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line !== '');

/** What `.ci/run` executes under another form, by the command of the README. */
const executedByCi: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'npm start',
  'npm ci && npm test': 'npm test',
  'npm run install:moto': '.ci/install-moto',
  'npm run install:clients': '.ci/install-clients',
};

/** Executed by the tests on moto, with a free port. */
const executedOnMoto = [
  'npm start -- --emulator moto --emulator-program .cache/moto/bin/moto_server',
  'npm start -- --target http://127.0.0.1:5555',
  "npm start -- --target http://127.0.0.1:5555 --start '.cache/moto/bin/moto_server -p 5555'",
];

/** Executed by the tests of the emulator, with a free port. */
const executedByEmulatorTests = ['npm start -- serve --port 4566 --seed-ca 1 &'];

/** Executed by the tests of the drivers, with a free port. */
const boto3 = '.cache/clients/bin/python harness/drivers/python/boto3_driver.py';
const executedOnDrivers = [
  `npm start -- driver check -- ${boto3}`,
  `npm start -- sdk --driver '${boto3}'`,
  `npm start -- --target 'driver:${boto3}' --endpoint http://127.0.0.1:5555`,
];

const executedElsewhere = [
  ...Object.keys(executedByCi),
  ...executedOnMoto,
  ...executedOnDrivers,
  ...executedByEmulatorTests,
];
const executedHere = commands.filter((line) => !executedElsewhere.includes(line));

test('the README names every command that is executed elsewhere', () => {
  expect(commands).toEqual(expect.arrayContaining(executedElsewhere));
});

test.for(Object.entries(executedByCi))('%s is executed by the CI script', ([, words]) => {
  expect(textOf('.ci/run')).toContain(words);
});

test.each(['moto', 'clients'])('npm run install:%s is the script that CI executes', (name) => {
  const scripts = { [`install:${name}`]: `.ci/install-${name}` };
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ scripts });
});

describe('a command of the README', () => {
  test.for(executedHere)('%s ends with exit 0', async (command, { folder }) => {
    expect(command).toMatch(/^npm start -- /);
    // Commands that show an earlier run need one.
    if (command.includes('.pca/last')) {
      await runLineInProcess("npx pca-conformance run --profile smoke --filter 'PP-*' --quiet", { cwd: folder });
    }
    if (command.includes('--baseline')) {
      const create = 'npx pca-conformance baseline create .pca/last/results.json -o baseline.yaml';
      await runLineInProcess("npx pca-conformance run --profile smoke --filter 'PP-*' --quiet", { cwd: folder });
      await runLineInProcess(create, { cwd: folder });
    }
    // Threads and drivers are started from the built files.
    const run = /^npm start -- (sdk|selftest)\b/.test(command) ? runLine : runLineInProcess;
    const { code, stderr } = await run(command.replace('npm start --', 'npx pca-conformance'), { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });
});

test('the failure that the README shows has the form in which failures are printed', () => {
  const printed = /```text\n(FAIL[\s\S]*?)```/.exec(textOf('README.md'))?.[1] ?? '';
  for (const label of ['expected', 'actual', 'control', 'replay', 'aws cli', 'also on']) {
    expect(printed).toMatch(new RegExp(`^  ${label}`, 'm'));
  }
  const heads = allChecks.map(({ id, requirement, title }) => `FAIL ${requirement} ${title}  (${id}, must)`);
  expect(heads).toContain(printed.split('\n')[0]);
});

test.for(pages)('every link of %s within the repository leads to a file', (page) => {
  const found = [...textOf(page).matchAll(/(?:\]\(|(?:href|src|srcset)=")([^)"]+)/g)].map(
    ([, address = '']) => address,
  );
  const files = found.filter((address) => !/^(https:|#)/.test(address)).map((address) => address.replace(/#.*$/, ''));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(new URL(file, new URL(page, root))), file).toBe(true);
});

test('the README has at most 350 lines', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(351);
});
