// The GitHub action for other repositories: its steps, as far as they run without GitHub, and every example.

import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../../emulators/start-emulator.js';
import { test } from '../../testing/cli-test.js';
import { cleanEnvironment, cliPath, runCli } from '../../testing/run-cli.js';

const run = promisify(execFile);
const hidden = fileURLToPath(new URL('../../../.github/', import.meta.url));
const conformance = `${process.execPath} ${cliPath}`;

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action: Action = parse(readFileSync(join(hidden, 'actions/conformance/action.yml'), 'utf8'));

/** Runs the judging step with the given inputs, as GitHub does; returns its outputs. */
async function judge(folder: string, environment: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const output = join(folder, 'github-output');
  const env = {
    ...cleanEnvironment(),
    CONFORMANCE: conformance,
    PROFILE: 'smoke',
    OUTPUT: 'out',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    ...environment,
  };
  await run(join(hidden, 'actions/conformance/judge.sh'), [], { cwd: folder, env });
  const lines = readFileSync(output, 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=', 2)));
}

test('every output of the action is one that its step writes, and no input is pasted into a script', async ({
  folder,
}) => {
  const outputs = await judge(folder, { TARGET: 'builtin', OPTIONS: '--filter PP-01 --quiet' });
  expect(outputs).toEqual({
    'exit-code': '0',
    divergence: '0',
    coverage: expect.stringMatching(/^0\.\d+$/),
    report: 'out/report.html',
  });
  const named = Object.values(action.outputs).map(({ value }) => /steps\.run\.outputs\.([\w-]+)/.exec(value)?.[1]);
  expect(new Set(named)).toEqual(new Set(Object.keys(outputs)));
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('Conforms');
  for (const step of action.runs.steps) expect(step.run ?? '').not.toContain('${{');
});

test('every input reaches the step', () => {
  const used = JSON.stringify(action.runs);
  for (const input of Object.keys(action.inputs)) expect(used).toContain(`inputs.${input}`);
});

test('the action starts the target, and says how a run ended that diverged or was refused', async ({ folder }) => {
  const port = await freePort();
  const started = await judge(folder, {
    TARGET: `http://127.0.0.1:${port}`,
    START: `${conformance} serve --port ${port}`,
    OPTIONS: '--filter PP-01 --quiet',
  });
  expect(started).toMatchObject({ 'exit-code': '0' });
  const refused = await judge(folder, { TARGET: 'https://acm-pca.us-east-1.amazonaws.com', OUTPUT: 'refused' });
  expect(refused).toMatchObject({ 'exit-code': '6', report: 'refused/report.html' });
});

test('the last step ends with the exit code of the run', async ({ folder }) => {
  const last = action.runs.steps.at(-1);
  expect(last?.env).toEqual({ EXIT_CODE: '${{ steps.run.outputs.exit-code }}' });
  const ending = run('bash', ['-c', last?.run ?? ''], { cwd: folder, env: { ...cleanEnvironment(), EXIT_CODE: '3' } });
  await expect(ending).rejects.toMatchObject({ code: 3 });
});

test('the example for a plain shell is a gate', async ({ folder }) => {
  const port = await freePort();
  const env = {
    ...cleanEnvironment(),
    CONFORMANCE: conformance,
    URL: `http://127.0.0.1:${port}`,
    START: `${conformance} serve --port ${port}`,
  };
  const { stdout } = await run(join(hidden, 'examples/gate.sh'), ['--filter', 'PP-01', '--profile', 'smoke'], {
    cwd: folder,
    env,
  });
  expect(stdout).toContain('exit 0');
});

test('the parts of a nightly run are merged, and a missing part is noticed', async ({ folder }) => {
  const args = ['run', '--profile', 'smoke', '--filter', 'PP-*', '--quiet', '--seed', '7'];
  const part = (index: number): readonly string[] => [...args, '--shard', `${index}/2`, '--out', `parts/${index}`];
  for (const index of [1, 2]) await runCli(part(index), { cwd: folder });
  const paths = ['parts/1/results.json', 'parts/2/results.json'];
  const whole = await runCli(['report', 'merge', ...paths, '--output', 'results.json'], { cwd: folder });
  expect(whole.code).toBe(0);
  const half = await runCli(['report', 'merge', 'parts/1/results.json'], { cwd: folder });
  expect(half.code).toBe(2);
});

test('every workflow and example is YAML, and its commands have existing options', async ({ folder }) => {
  const { stdout: help } = await runCli(['run', '--help'], { cwd: folder });
  for (const place of ['workflows', 'examples']) {
    for (const name of readdirSync(join(hidden, place)).filter((each) => each.endsWith('.yml'))) {
      const text = readFileSync(join(hidden, place, name), 'utf8');
      expect(parse(text), name).toBeTypeOf('object');
      const commands = [...text.matchAll(/pca-conformance\S* run ([^\n]*(?:\n {10,}[^\n]*)*)/g)].map(
        ([words]) => words,
      );
      for (const [option] of commands.join(' ').matchAll(/(?<= |")--[a-z][a-z-]+/g)) {
        expect(help, `${name}: ${option}`).toContain(option);
      }
    }
  }
});
