// `selftest`: what it prints, what it writes, its exit code.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { selftestSchema } from '../../files/selftest-report.js';
import { test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

/** One mutant of the service, and one of its answers on the wire. */
const two = ['--mutant', 'drops-sids', '--mutant', 'gives-messages-that-are-objects'];

test.concurrent('prints how reliably mutants are killed, and by which input class', async ({ folder }) => {
  const args = ['selftest', ...two, '--seeds', '2', '--profile', 'smoke', '--report', 'json=scores.json'];
  const { code, stdout } = await runCli(args, { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/drops-sids +killed, 100 %, \d+ calls, get-policy\/returns-the-stored-policy\n/);
  expect(stdout).toMatch(
    /gives-messages-that-are-objects +killed, 100 %, \d+ calls, wire\/returns-messages-as-strings\n/,
  );
  expect(stdout).toContain('2 of 2 mutants killed by the check that they name, in every one of 2 seeds');
  expect(stdout).toContain('2 of 2 mutants of single calls distinct by what notices them in profile smoke');
  const scores = selftestSchema.parse(JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')));
  expect(scores).toMatchObject({
    seeds: 2,
    profile: 'smoke',
    distinct: 2,
    isVoid: false,
    seed: 1,
    variants: [],
    combinations: [],
    exit: { code: 0 },
  });
  const [service, wire] = scores.mutants;
  expect(service).toMatchObject({ id: 'drops-sids', outcome: 'killed', probability: 1, sameAs: [] });
  // All input classes that notice the mutant are listed, not only the first.
  expect(service?.noticedBy).toContain('get-policy/returns-the-stored-policy: read-back/template/account-share');
  expect(service?.noticedBy?.length).toBeGreaterThan(service?.inputClasses.length ?? 0);
  expect(service?.requirements).toContain('GP-03');
  expect(scores.spread.worst.map(({ id }) => id).sort()).toEqual(scores.mutants.map(({ id }) => id).sort());
  expect(stdout).toMatch(/\ndrops-sids +\d+: [A-Z]+-\d+/);
  // A fault of the wire is one in both protocols.
  expect(wire?.noticedBy?.every((notice) => /^wire(-cbor)?\//.test(notice))).toBe(true);
});

test.concurrent('prints the scores as JSON with --json', async ({ folder }) => {
  const args = ['selftest', '--mutant', 'answers-without-content', '--seeds', '1', '--profile', 'smoke', '--json'];
  const { stdout } = await runCli(args, { cwd: folder });
  const { mutants } = selftestSchema.parse(JSON.parse(stdout));
  expect(mutants).toMatchObject([
    {
      id: 'answers-without-content',
      inputClasses: ['output/delete'],
      noticedBy: expect.arrayContaining([
        'wire/returns-no-output-from-delete-policy: output/delete',
        'wire/returns-no-output-from-put-policy: output/put',
      ]),
    },
  ]);
});

test.concurrent.for([
  ['--mutant drops-sid', '"drops-sids"'],
  ['--seeds 0', '--seeds 0'],
  ['--seed one', '--seed one'],
  ['--report scores.json', 'json=PATH'],
] as const)('%s is a mistake that is named, with exit 2', async ([words, named], { folder }) => {
  const { code, stdout, stderr } = await runCli(['selftest', ...words.split(' ')], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(named);
});

test.concurrent('a file that cannot be written is a fault of the suite', async ({ folder }) => {
  const args = ['selftest', '--mutant', 'drops-sids', '--seeds', '1', '--profile', 'smoke'];
  const { code, stderr } = await runCli([...args, '--report', 'json=no/such/folder.json'], { cwd: folder });
  expect(code).toBe(7);
  expect(stderr).toContain('no/such/folder.json was not written');
});
