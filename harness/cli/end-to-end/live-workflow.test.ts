// The nightly workflow on live AWS: it has exactly the permissions that the suite needs, and its steps do what they say.

import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { allChecks } from '../../../suites/all-checks.js';
import { corpusOf } from '../../../suites/recorded-corpus.js';
import { newestModelRevision } from '../../api/service-model.js';
import { createProvidedAuthorities } from '../../live/provided-authorities.js';
import { sweep } from '../../live/sweep.js';
import { systemClock } from '../../run/session/clock.js';
import { noSettling } from '../../run/session/settling.js';
import { commands } from '../../targets/sdk-client.js';
import { enterAccount, openLiveCaller } from '../live/live-access.js';
import { processTerminal } from '../output/terminal.js';
import { rehearse, rehearseCorpus } from '../live/rehearsal.js';
import { account, makeUsersAuthority, region, rehearsed, startTestStandIn } from '../../testing/aws-stand-in.js';
import { test } from '../../testing/cli-test.js';
import { cleanEnvironment } from '../../testing/run-cli.js';

const run = promisify(execFile);
const hidden = fileURLToPath(new URL('../../../.github/', import.meta.url));

const actionList = z.union([z.string().transform((action) => [action]), z.array(z.string())]);
const policySchema = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string().optional(),
      Effect: z.literal('Allow'),
      Action: actionList,
      Resource: z.string().optional(),
      Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    }),
  ),
});

function policyIn(name: string): z.infer<typeof policySchema> {
  return policySchema.parse(JSON.parse(readFileSync(join(hidden, 'aws', name), 'utf8')));
}

afterEach(() => vi.unstubAllEnvs());

/** Every operation that the suite calls on live AWS: in checks, in the corpus, to borrow CAs, to sweep, to authorize a run. */
async function operationsCalled(): Promise<ReadonlySet<string>> {
  // One account has no principals, which checks of access need.
  const states = allChecks.filter(
    ({ id, needs = [] }) => !id.startsWith('access/') && (needs.includes('states') || needs.includes('restore')),
  );
  const called = new Set<string>([
    ...(await rehearse(rehearsed, states)).keys(),
    ...(await rehearseCorpus(rehearsed, corpusOf(newestModelRevision).slice(0, 20))).keys(),
  ]);
  const standIn = await startTestStandIn();
  vi.stubEnv('PCA_TEST_STAND_IN', standIn.url);
  const arn = await makeUsersAuthority(standIn);
  await enterAccount(region, account, processTerminal);
  const { caller, close } = await openLiveCaller({ region, rate: undefined });
  const journal = { borrowed: () => {}, returned: () => {} };
  const provided = createProvidedAuthorities({ arns: [arn], journal, untilMs: 0, clock: systemClock, lagMs: 0 });
  await provided.begin(caller);
  await provided.end(caller);
  await sweep({
    caller,
    clock: systemClock,
    settling: noSettling,
    lagMs: 0,
    journals: [],
    deletes: true,
    endedRuns: [],
    host: '',
    dateMs: 0,
  });
  await close();
  for (const name of standIn.requests.keys()) called.add(name);
  await standIn.close();
  // Raw requests call the three policy operations only.
  called.delete('RawRequest');
  return called;
}

describe('the rights of the role', () => {
  test('are for the operations that the suite really calls, and for no others', async () => {
    const called = await operationsCalled();
    expect([...called].filter((name) => !name.includes(':') && !(name in commands))).toEqual([]);
    const needed = [...called].map((name) => (name.includes(':') ? name : `acm-pca:${name}`));
    const granted = policyIn('permissions.json').Statement.flatMap(({ Action: actions }) => actions);
    expect(granted.toSorted()).toEqual(needed.toSorted());
  });

  test('change nothing but policies and tags of a CA without the tag of the suite', () => {
    for (const { Sid: sid, Action: actions, Condition: condition } of policyIn('permissions.json').Statement) {
      const isRead = actions.every((action) => /:(Get|List)/.test(action));
      const isFree = ['PolicyOperationsAlsoOnArnsThatAreWrong', 'TagWithTheTagsOfTheSuite'].includes(sid ?? '');
      const isBound = /"aws:(Resource|Request)Tag\/pca-conformance"/.test(JSON.stringify(condition ?? {}));
      expect({ sid, bound: isRead || isFree || isBound }).toEqual({ sid, bound: true });
    }
  });

  test('are given to one branch of one repository', () => {
    const [{ Condition: condition } = { Condition: {} }] = policyIn('trust.json').Statement;
    expect(condition).toEqual({
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:OWNER/REPOSITORY:ref:refs/heads/main',
      },
    });
  });
});

test('the job runs alone, always sweeps, and does not publish the journal', () => {
  const workflow = z
    .object({
      jobs: z.object({
        live: z.object({
          concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
          permissions: z.record(z.string(), z.string()),
          steps: z.array(
            z.object({
              if: z.string().optional(),
              run: z.string().optional(),
              with: z.object({ path: z.string().optional() }).optional(),
            }),
          ),
        }),
      }),
    })
    .parse(parse(readFileSync(join(hidden, 'workflows/nightly.yml'), 'utf8')));
  const { concurrency, permissions, steps } = workflow.jobs.live;
  expect(concurrency).toEqual({ group: 'pca-conformance-live', 'cancel-in-progress': false });
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write', issues: 'write' });
  const sweeping = steps.find((step) => step.run?.includes(' sweep '));
  expect(sweeping).toMatchObject({ if: 'always()', run: expect.stringContaining('--delete') });
  const paths = steps.map((step) => step.with?.path ?? '');
  expect(paths.filter((path) => path.includes('.pca'))).toEqual(['.pca/live\n.pca/ledger.json\n']);
  for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
});

interface Night {
  readonly outputs: string;
  readonly body: string;
  readonly words: readonly string[];
}

/** Runs the script of the job with a command that only records its arguments, and exits as given. */
async function spendNight(folder: string, codes: { readonly run: number; readonly record: number }): Promise<Night> {
  const command = join(folder, 'conformance');
  writeFileSync(
    command,
    `#!/bin/sh\necho "$@" >>words.txt\necho 'The CAs cost at most 0.10 USD.' >&2\ncase $1 in run) exit ${codes.run} ;; record) echo 'drift: x'; exit ${codes.record} ;; esac\n`,
  );
  chmodSync(command, 0o755);
  mkdirSync(join(folder, '.github'), { recursive: true });
  cpSync(join(hidden, 'aws'), join(folder, '.github/aws'), { recursive: true });
  const env = {
    ...cleanEnvironment(),
    ACCOUNT: account,
    REGION: region,
    CONFORMANCE: command,
    GITHUB_OUTPUT: join(folder, 'outputs.txt'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  };
  await run('.github/aws/live.sh', [], { cwd: folder, env });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { outputs: read('outputs.txt'), body: read('body.md'), words: read('words.txt').trim().split('\n') };
}

test.each([
  [{ run: 0, record: 0 }, 'exit-code=0\noutcome=same\n'],
  [{ run: 1, record: 0 }, 'exit-code=1\noutcome=changed\n'],
  [{ run: 0, record: 1 }, 'exit-code=1\noutcome=changed\n'],
  [{ run: 4, record: 0 }, 'exit-code=4\noutcome=same\n'],
  [{ run: 8, record: 8 }, 'exit-code=8\noutcome=same\n'],
])('a night that ends with %o says so', async (codes, expected) => {
  const { temporaryFolder } = await import('../../testing/cli-test.js');
  const { path, remove } = temporaryFolder();
  const { outputs, body, words } = await spendNight(path, codes);
  remove();
  expect(outputs).toBe(expected);
  expect(body).toContain('The CAs cost at most 0.10 USD.');
  expect(words.map((line) => line.split(' ')[0])).toEqual(['run', 'record']);
  for (const line of words) expect(line).toContain(`--target aws --region ${region} --allow-region ${region}`);
});
