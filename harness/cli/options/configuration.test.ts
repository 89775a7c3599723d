// The sources of the options of a run: each source, which of two takes precedence, and how mistakes are reported.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { configEntries } from './config-options.js';
import { configJsonSchema } from './config-schema.js';
import { runGroups } from './run-groups.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

const json = 'pca-conformance.config.json';
const yaml = 'pca-conformance.config.yaml';

describe('an option', () => {
  const everywhere = { runs: '1', environment: { PCA_CONFORMANCE_RUNS: '2' }, file: 'runs: 3\n' };
  const sources = [
    ['the command line', ['--runs', '1'], everywhere.environment, everywhere.file, 'runs: "1"', 'command line'],
    ['the environment', [], everywhere.environment, everywhere.file, 'runs: "2"', 'the environment variable PCA_CON'],
    ['the file', [], {}, everywhere.file, 'runs: "3"', `${yaml}, line 1`],
    ['nothing', [], {}, '', '# runs:', 'not given'],
  ] as const;

  test.concurrent.for(sources)('comes from %s before what follows', async (row, { folder }) => {
    const [, words, env, file, line, origin] = row;
    if (file !== '') writeFileSync(join(folder, yaml), file);
    const { code, stdout } = await runInProcess(['run', '--print-config', ...words], { cwd: folder, env });
    expect(code).toBe(0);
    expect(stdout.split('\n').find((each) => each.startsWith(line))).toContain(`# ${origin}`);
  });

  test.concurrent('of every kind decides a run from the file, in YAML', async ({ folder, serve }) => {
    const { url } = await serve();
    const lines = [
      `target: ${url}`,
      'profile: smoke',
      'seed: 7',
      'filter: [PP-01, PP-02]',
      'quiet: true',
      'out: there',
    ];
    writeFileSync(join(folder, yaml), `# ours\n${lines.join('\n')}\n`);
    const { code, stdout } = await runInProcess([], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).not.toContain('capabilities:');
    const { run, target } = readResults(join(folder, 'there'));
    expect({ ...run, target: target.name }).toMatchObject({ seed: 7, filters: ['PP-01', 'PP-02'], target: url });
  });

  test.concurrent('decides a run from the file in JSON, or from the one that is named', async ({ folder }) => {
    writeFileSync(join(folder, json), JSON.stringify({ $schema: 'x', profile: 'smoke', filter: ['PP-01'], seed: 7 }));
    expect((await runInProcess(['run'], { cwd: folder })).code).toBe(0);
    expect(readResults(join(folder, '.pca/last')).run).toMatchObject({ seed: 7, filters: ['PP-01'] });
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other/config.yml'), 'filter: [PP-02]\nprofile: smoke\n');
    expect((await runInProcess(['run', '--config', 'other/config.yml'], { cwd: folder })).code).toBe(0);
    expect(readResults(join(folder, '.pca/last')).run.filters).toEqual(['PP-02']);
  });

  test.concurrent('decides a run from the environment, lists and flags too', async ({ folder }) => {
    const env = { FILTER: 'PP-01,PP-02', PROFILE: 'smoke', QUIET: 'true', OUT: 'there' };
    const variables = Object.fromEntries(Object.entries(env).map(([name, text]) => [`PCA_CONFORMANCE_${name}`, text]));
    const { code } = await runInProcess(['run'], { cwd: folder, env: variables });
    expect(code).toBe(0);
    expect(readResults(join(folder, 'there')).run).toMatchObject({ filters: ['PP-01', 'PP-02'], profile: 'smoke' });
  });
});

describe('a mistake in a configuration', () => {
  const inFiles = [
    ['an unknown key', yaml, 'profile: ci\nprofil: ci\n', `${yaml}:2:1: `, 'Did you mean "profile"?'],
    ['an unknown key in JSON', json, '{\n  "max-cals": 3\n}', `${json}:2:3: `, 'Did you mean "max-calls"'],
    ['a value that is no choice', yaml, 'profile: smok\n', `${yaml}:1:1: profile`, 'smoke'],
    ['a list that is none', yaml, 'filter: PP-01\n', `${yaml}:1:1: filter`, 'array'],
    ['a key given twice', yaml, 'seed: 1\nseed: 2\n', `${yaml}:2:1: `, 'unique'],
    ['no YAML', yaml, 'seed: [1\n', `${yaml}:2:1: `, 'Flow'],
    ['an account that is read as a number', yaml, 'grantee-account: 012345678901\n', `${yaml}, line 1`, 'in quotes'],
    ['a value that is out of range', yaml, '\nruns: 0\n', '--runs 0', `${yaml}, line 2`],
    ['the file itself named in it', yaml, 'config: x\n', `${yaml}:1:1: `, '"config"'],
  ] as const;

  test.concurrent.for(inFiles)('%s ends with exit 2 and its place', async (row, { folder }) => {
    const [, name, text, place, words] = row;
    writeFileSync(join(folder, name), text);
    const { code, stdout, stderr } = await runInProcess(['run'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(folder)).toEqual([name]);
  });

  const inEnvironment = [
    ['PCA_CONFORMANCE_TARGTE', 'builtin', 'Did you mean "PCA_CONFORMANCE_TARGET"'],
    ['PCA_CONFORMANCE_PRINT_CONFIG', 'true', 'is not known'],
    ['PCA_CONFORMANCE_QUIET', 'maybe', 'give true or false'],
    ['PCA_CONFORMANCE_PROFILE', 'smok', 'the environment variable PCA_CONFORMANCE_PROFILE'],
    ['PCA_CONFORMANCE_ORGANIZATION', 'o-1', 'the environment variable PCA_CONFORMANCE_ORGANIZATION'],
    ['PCA_CONFORMANCE_CONFIG', 'missing.yaml', 'missing.yaml cannot be read'],
    ['PCA_CONFORMANCE_SEED', 'one', 'the environment variable PCA_CONFORMANCE_SEED'],
  ] as const;

  test.concurrent.for(inEnvironment)('%s=%s ends with exit 2', async ([name, text, words], { folder }) => {
    const { code, stderr } = await runInProcess(['run'], { cwd: folder, env: { [name]: text } });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  test.concurrent('a target that is not allowed is refused wherever it is named', async ({ folder }) => {
    writeFileSync(join(folder, yaml), 'target: http://example.com\n');
    for (const command of ['run', 'doctor']) {
      const { code, stderr } = await runInProcess([command], { cwd: folder });
      expect({ code, stderr }).toMatchObject({ code: 6, stderr: expect.stringContaining('nothing was sent') });
    }
  });

  test.concurrent('two files are a mistake', async ({ folder }) => {
    for (const name of [json, yaml]) writeFileSync(join(folder, name), '{}');
    const { code, stderr } = await runInProcess(['run'], { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(`${json} and ${yaml}`) });
  });
});

describe('--print-config', () => {
  test.concurrent(
    'shows every option but no secret, sends nothing, and can be read back',
    async ({ folder, serve }) => {
      const service = await serve();
      const args = [
        'run',
        '--target',
        service.url,
        '--secret-key',
        'do-not-show',
        '--filter',
        'PP-*',
        '--print-config',
      ];
      const { code, stdout } = await runInProcess(args, { cwd: folder });
      expect({ code, calls: service.callCount() }).toEqual({ code: 0, calls: 0 });
      expect(stdout).not.toContain('do-not-show');
      expect(readdirSync(folder)).toEqual([]);
      for (const key of configEntries(runGroups).keys()) expect(stdout).toMatch(new RegExp(`^(# )?${key}: ?`, 'm'));
      writeFileSync(join(folder, yaml), stdout);
      const again = await runInProcess(['run', '--print-config'], { cwd: folder });
      expect(again.code).toBe(0);
      expect(parse(again.stdout)).toEqual(parse(stdout));
    },
  );
});

describe('init', () => {
  test.concurrent('writes a configuration that runs, and a workflow that runs it', async ({ folder }) => {
    expect((await runInProcess(['init'], { cwd: folder })).code).toBe(0);
    const text = readFileSync(join(folder, yaml), 'utf8');
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(configJsonSchema(runGroups));
    expect(validate(parse(text))).toBe(true);
    expect(validate({ profil: 'ci' })).toBe(false);
    // With every commented option uncommented, it is still a valid configuration.
    const all = text.replaceAll(/^# ([a-z-]+: \S.*)$/gm, (line, entry: string) =>
      /^[a-z-]+: ["[tf]/.test(entry) ? entry : line,
    );
    expect(validate(parse(all))).toBe(true);
    const { code, stdout } = await runInProcess(['run', '--filter', 'PP-01'], { cwd: folder });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('target builtin') });
    const workflow: unknown = parse(readFileSync(join(folder, '.github/workflows/pca-conformance.yml'), 'utf8'));
    expect(JSON.stringify(workflow)).toContain('"npx pca-conformance run"');
    expect(workflow).toMatchObject({ on: { push: null, pull_request: null }, permissions: { contents: 'read' } });
  });

  test.concurrent('replaces nothing without --force', async ({ folder }) => {
    writeFileSync(join(folder, yaml), '# mine\n');
    const { code, stderr } = await runInProcess(['init'], { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') });
    expect(readFileSync(join(folder, yaml), 'utf8')).toBe('# mine\n');
    expect(existsSync(join(folder, '.github'))).toBe(false);
    expect((await runInProcess(['init', '--force', '--target', 'builtin:http'], { cwd: folder })).code).toBe(0);
    expect(parse(readFileSync(join(folder, yaml), 'utf8'))).toMatchObject({ target: 'builtin:http' });
  });
});
