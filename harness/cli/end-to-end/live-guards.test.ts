// Nothing is sent to live AWS unless every guard agrees: one refusal for each, and the requests that reached the stand-in.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import { CommandFailure } from '../output/failure.js';
import { processTerminal } from '../output/terminal.js';
import { buildProgram } from '../program.js';
import {
  account,
  allowed,
  makeUsersAuthority,
  region,
  startTestStandIn,
  type TestStandIn,
} from '../../testing/aws-stand-in.js';
import { test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

/** Runs a command in this process with the arguments given; resolves with its result. */
async function give(words: readonly string[]): Promise<{ readonly code: number | undefined; readonly words: string }> {
  let code: number | undefined;
  try {
    await buildProgram(processTerminal, (ended) => {
      code = ended;
    }).parseAsync(['node', 'pca-conformance', ...words]);
    return { code, words: '' };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { code: error.exitCode, words: error.message };
  }
}

/** The arguments without one option and its value. */
function without(option: string): readonly string[] {
  const at = allowed.indexOf(option);
  return allowed.filter((_word, index) => index !== at && index !== at + 1);
}

const run = ['run', ...allowed, '--create-ca', '--yes', '--filter', 'POL-10'];

let standIn: TestStandIn;

beforeAll(async () => {
  standIn = await startTestStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  vi.stubEnv('PCA_TEST_STAND_IN', standIn.url);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('refuses before anything is sent', () => {
  const arn = (parts: string): string =>
    `arn:aws:acm-pca:${parts}:certificate-authority/12345678-1234-1234-1234-123456789012`;
  test.each([
    [
      'AWS by its address',
      ['run', '--target', 'https://acm-pca.us-east-1.amazonaws.com', '--allow-host', 'acm-pca.us-east-1.amazonaws.com'],
      '--target aws',
    ],
    [
      'AWS by an address of another form',
      ['run', '--target', 'https://acm-pca.us-east-1.api.aws', '--allow-host', 'acm-pca.us-east-1.api.aws'],
      '--target aws',
    ],
    ['options for AWS without it', ['run', '--create-ca', '--filter', 'POL-10'], 'add --target aws'],
    ['principals', [...run, '--principal', 'third=role:arn:aws:iam::777788889999:role/third'], 'one account alone'],
    ['no account', ['run', ...without('--allow-account'), '--create-ca', '--yes'], '--allow-account'],
    [
      'an account of eleven digits',
      ['run', ...without('--allow-account'), '--allow-account', '11112222333', '--create-ca', '--yes'],
      '12 digits',
    ],
    ['no region', ['run', ...without('--region'), '--create-ca', '--yes'], '--region'],
    [
      'a region that is not allowed',
      ['run', ...without('--region'), '--region', 'eu-west-1', '--create-ca', '--yes'],
      '--allow-region eu-west-1',
    ],
    ['no allowed region', ['run', ...without('--allow-region'), '--create-ca', '--yes'], '--allow-region us-east-1'],
    ['no CA to use', ['run', ...allowed, '--yes'], '--create-ca'],
    [
      'a CA of another region',
      ['run', ...allowed, '--yes', '--ca-arn', arn(`eu-west-1:${account}`)],
      '--ca-arn number 1',
    ],
    [
      'a CA of another account',
      ['run', ...allowed, '--yes', '--ca-arn', arn(`${region}:444455556666`)],
      '--ca-arn number 1',
    ],
    ['what is no ARN of a CA', ['run', ...allowed, '--yes', '--ca-arn', 'mine'], '--ca-arn number 1'],
    ['nobody to agree', ['run', ...allowed, '--create-ca'], '--yes'],
    [
      'a sweep of an account that is not given',
      ['sweep', ...without('--allow-account'), '--delete'],
      '--allow-account',
    ],
    ['a sweep of a region that is not given', ['sweep', ...without('--region'), '--delete'], '--region'],
    ['a sweep without its target spelt out', ['sweep', ...without('--target'), '--delete'], '--target aws'],
    ['a command that judges no live AWS', ['doctor', '--target', 'aws'], 'only run and record'],
    ['one of two targets', ['diff', '--left', 'aws', '--right', 'builtin'], 'only run and record'],
  ])('%s', async (_what, words, fix) => {
    const before = new Map(standIn.requests);
    const ended = await give(words);
    expect(ended).toEqual({ code: 6, words: expect.stringContaining(fix) });
    expect(standIn.requests).toEqual(before);
  });

  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_ACM_PCA', 'AWS_ENDPOINT_URL_STS'])(
    'where %s is in the environment',
    async (name) => {
      vi.stubEnv(name, standIn.url);
      const before = new Map(standIn.requests);
      expect(await give(run)).toEqual({ code: 6, words: expect.stringContaining(`Unset it`) });
      expect(standIn.requests).toEqual(before);
    },
  );

  test('AWS that the environment names, and not the command line', async () => {
    vi.stubEnv('PCA_CONFORMANCE_TARGET', 'aws');
    const before = new Map(standIn.requests);
    const ended = await give(['run', ...without('--target'), '--create-ca', '--yes']);
    expect(ended).toEqual({ code: 6, words: expect.stringContaining('Write --target aws there') });
    expect(standIn.requests).toEqual(before);
  });

  test.each(['https://acm-pca.us-east-1.amazonaws.com', 'http://192.0.2.1:80', 'nowhere'])(
    'a stand-in that is not on this machine: %s',
    async (url) => {
      vi.stubEnv('PCA_TEST_STAND_IN', url);
      expect(await give(run)).toEqual({ code: 6, words: expect.stringContaining('loopback') });
    },
  );

  test('and shows the plan without sending anything', async () => {
    const shown = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const before = new Map(standIn.requests);
    const ended = await give(['run', ...allowed, '--create-ca', '--plan', '--filter', 'POL-10']);
    expect(ended.code).toBe(0);
    expect(standIn.requests).toEqual(before);
    expect(shown.mock.calls.join('')).toMatch(/CAs +2 created in short-lived mode[^]*PutPolicy[^]*minutes[^]*USD/);
  });
});

describe('refuses after calls to STS and IAM, and none to AWS Private CA', () => {
  async function refused(
    identity: { readonly callerArn?: string; readonly aliases?: readonly string[]; readonly account?: string },
    asked: readonly string[],
  ): Promise<string> {
    const { account: own = account, ...rest } = identity;
    const other = await startTestStandIn({ account: own, identity: rest });
    vi.stubEnv('PCA_TEST_STAND_IN', other.url);
    try {
      const ended = await give(run);
      expect(ended.code).toBe(6);
      expect([...other.requests.keys()]).toEqual(asked);
      expect(other.privateCaRequests()).toBe(0);
      return ended.words;
    } finally {
      await other.close();
    }
  }

  test('another account, about which nothing more is called', async () => {
    const words = await refused({ account: '444455556666' }, ['sts:GetCallerIdentity']);
    expect(words).toContain('another account');
    expect(words).not.toContain('444455556666');
  });

  test('the root user', async () => {
    const callerArn = `arn:aws:iam::${account}:root`;
    expect(await refused({ callerArn }, ['sts:GetCallerIdentity', 'iam:ListAccountAliases'])).toContain('root user');
  });

  test.each(['acme-prod', 'production', 'PRD-7', 'my.prod.account'])('an account called %s', async (alias) => {
    expect(await refused({ aliases: [alias] }, ['sts:GetCallerIdentity', 'iam:ListAccountAliases'])).toContain('alias');
  });

  test.each(['acme-sandbox', 'products', 'reproduction'])('but not one called %s', async (alias) => {
    const other = await startTestStandIn({ identity: { aliases: [alias] } });
    vi.stubEnv('PCA_TEST_STAND_IN', other.url);
    expect((await give(['sweep', ...allowed])).code).toBe(0);
    await other.close();
  });
});

test('signs its calls of STS, IAM and AWS Private CA, each for its own service', async () => {
  const requireSignature = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const verifying = await startTestStandIn({ requireSignature });
  vi.stubEnv('PCA_TEST_STAND_IN', verifying.url);
  expect((await give(['sweep', ...allowed])).code).toBe(0);
  const asked = ['sts:GetCallerIdentity', 'iam:ListAccountAliases', 'ListCertificateAuthorities'];
  expect([...verifying.requests.keys()]).toEqual(asked);
  await verifying.close();
});

describe('refuses a CA of the user after reading it, without any other call', () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const mine = { Key: 'pca-conformance', Value: 'mine' };
  test.each([
    ['without the tag', { tags: [{ Key: 'team', Value: 'us' }] }, 'does not have the tag'],
    [
      'that another run uses',
      { tags: [mine, { Key: 'pca-conformance-until', Value: later }] },
      'in use by another run',
    ],
    [
      'of which nobody can read until when it is used',
      { tags: [mine, { Key: 'pca-conformance-until', Value: 'x' }] },
      'in use',
    ],
    ['that looks like production', { commonName: 'Acme Production CA' }, 'production'],
    ['with a tag that looks like production', { tags: [mine, { Key: 'stage', Value: 'prod' }] }, 'production'],
  ])('%s', async (_what, made, words) => {
    const other = await startTestStandIn();
    vi.stubEnv('PCA_TEST_STAND_IN', other.url);
    const arn = await makeUsersAuthority(other, made);
    const ended = await give(['run', ...allowed, '--yes', '--ca-arn', arn, '--filter', 'POL-10']);
    expect(ended).toEqual({ code: 6, words: expect.stringContaining(words) });
    const asked = ['sts:GetCallerIdentity', 'iam:ListAccountAliases', 'DescribeCertificateAuthority', 'ListTags'];
    expect([...other.requests.keys()]).toEqual(asked);
    await other.close();
  });
});

test('a refusal is exit 6 of the program, in words without a stack trace, and leaves no file', async ({ folder }) => {
  const before = new Map(standIn.requests);
  const { code, stderr, stdout } = await runCli(
    [...run, '--allow-region', 'eu-west-1'].filter((word) => word !== '--yes'),
    {
      cwd: folder,
      env: standIn.env,
    },
  );
  expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
  expect(stderr).toMatch(/^pca-conformance: --target aws: the plan cannot be confirmed.*\n$/);
  expect(standIn.requests).toEqual(before);
});
