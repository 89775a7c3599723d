// The credentials of the environment go to AWS only, and nothing that is written identifies the account.

import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, vi } from 'vitest';
import type { Service } from '../../api/service.js';
import { createRedactor } from '../../live/redaction.js';
import { referenceService } from '../../model/reference-service.js';
import type { ServiceState } from '../../model/state/state.js';
import { awsEndpoints, awsKeys } from '../../targets/aws-endpoints.js';
import { startTestStandIn } from '../../testing/aws-stand-in.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli, runLine } from '../../testing/run-cli.js';

/** Unique texts, so that each is found wherever it appears. */
const marked = {
  AWS_ACCESS_KEY_ID: 'ASIAMARKEDACCESSKEY0',
  AWS_SECRET_ACCESS_KEY: 'markedSecretKeyValue+/0123456789',
  AWS_SESSION_TOKEN: 'markedSessionToken==0123456789',
} as const;

afterEach(() => vi.unstubAllEnvs());

describe('the credentials of the environment', () => {
  test('are those that sign for AWS', async () => {
    for (const [name, value] of Object.entries(marked)) vi.stubEnv(name, value);
    const endpoints = await awsEndpoints('us-east-1', {});
    const keys = await (await awsKeys(endpoints))();
    expect(keys).toMatchObject({
      accessKeyId: marked.AWS_ACCESS_KEY_ID,
      secretAccessKey: marked.AWS_SECRET_ACCESS_KEY,
      sessionToken: marked.AWS_SESSION_TOKEN,
    });
  });

  test('are not even read for a stand-in', async () => {
    for (const [name, value] of Object.entries(marked)) vi.stubEnv(name, value);
    const endpoints = await awsEndpoints('us-east-1', { PCA_TEST_STAND_IN: 'http://127.0.0.1:1' });
    expect(await (await awsKeys(endpoints))()).toEqual({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' });
  });

  test.each([
    ['us-east-1', 'acm-pca.us-east-1.amazonaws.com', 'sts.us-east-1.amazonaws.com', 'iam.amazonaws.com'],
    [
      'cn-north-1',
      'acm-pca.cn-north-1.amazonaws.com.cn',
      'sts.cn-north-1.amazonaws.com.cn',
      'iam.cn-north-1.amazonaws.com.cn',
    ],
    [
      'us-gov-west-1',
      'acm-pca.us-gov-west-1.amazonaws.com',
      'sts.us-gov-west-1.amazonaws.com',
      'iam.us-gov.amazonaws.com',
    ],
  ])('go where the rules of the SDK say for %s, whatever the environment says', async (region, privateCa, sts, iam) => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    expect(await awsEndpoints(region, process.env)).toMatchObject({
      isStandIn: false,
      privateCa: `https://${privateCa}`,
      sts: `https://${sts}`,
      iam: `https://${iam}`,
    });
  });
});

/** A run that passes every guard except that for the account. */
const words = 'run --target aws --region us-east-1 --allow-region us-east-1 --create-ca --yes'.split(' ');
const ownAccount = '987654321098';
const callerOf = (account: string): string => `arn:aws:iam::${account}:user/marked-jane`;

/** Fails, and puts everything it knows into its answers. */
function talkative(account: string): Service<ServiceState> {
  const reference = referenceService({ partition: 'aws', region: 'us-east-1', account });
  return {
    initial: reference.initial,
    step(state, operation, context) {
      const transition = reference.step(state, operation, context);
      if (operation.kind === 'GetPolicy' && transition.outcome.kind === 'success') {
        const Policy = JSON.stringify({ Id: operation.input.ResourceArn, Statement: [callerOf(account)] });
        return { ...transition, outcome: { kind: 'success', output: { Policy } } };
      }
      if (operation.kind !== 'PutPolicy' || transition.outcome.kind === 'success') return transition;
      const message = `${callerOf(account)} may not use ${operation.input.ResourceArn} of ${account}`;
      return { ...transition, outcome: { kind: 'service-error', error: 'OddException', status: 400, message } };
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

test('nothing that is written or shown says whose account it was, and the journal stays out of reports', async ({
  folder,
}) => {
  const arrived: string[] = [];
  const secrets = new Set<string>([ownAccount, 'marked-jane', ...Object.values(marked)]);
  const standIn = await startTestStandIn({
    account: ownAccount,
    service: talkative(ownAccount),
    identity: { callerArn: callerOf(ownAccount) },
    onArrival({ request }) {
      secrets.add(request.id);
      arrived.push(JSON.stringify(request.headers), request.body.toString('utf8'));
    },
    observe(operation, outcome) {
      if (operation.kind !== 'CreateCertificateAuthority' || outcome.kind !== 'success') return;
      const id = String(outcome.output['CertificateAuthorityArn']).split('/').at(-1) ?? '';
      secrets.add(id).add(id.toUpperCase());
    },
  });
  const options = [
    '--trace',
    '--trace-all',
    'all.ndjson',
    '--profile',
    'smoke',
    '--settle-ms',
    '0',
    '--rate',
    '1000',
    '--max-calls',
    '150',
  ];
  const { code, stdout, stderr } = await runCli(
    [
      ...words,
      '--allow-account',
      ownAccount,
      ...options,
      '--filter',
      'POL-05',
      '--filter',
      'WIRE-10',
      '--filter',
      'PP-01',
    ],
    { cwd: folder, env: { ...standIn.env, ...marked } },
  );
  expect(code).toBe(1);
  // Only the user's own arguments name the account, and the credentials were sent nowhere.
  const leaksIn = (text: string): readonly string[] => [...secrets].filter((secret) => text.includes(secret));
  expect(arrived.flatMap((text) => Object.values(marked).filter((secret) => text.includes(secret)))).toEqual([]);
  const files = filesBelow(folder).filter((path) => !relative(folder, path).startsWith(join('.pca', 'journal')));
  expect(files.map((path) => relative(folder, path))).toEqual(
    expect.arrayContaining([
      'all.ndjson',
      '.pca/last/results.json',
      '.pca/last/events.ndjson',
      '.pca/last/report.html',
    ]),
  );
  expect(files.some((path) => path.endsWith('.policy'))).toBe(true);
  for (const path of files) expect(leaksIn(readFileSync(path, 'utf8')), path).toEqual([]);
  expect({ stdout: leaksIn(stdout), stderr: leaksIn(stderr) }).toEqual({ stdout: [], stderr: [] });
  const results = readFileSync(join(folder, '.pca/last/results.json'), 'utf8');
  expect(results).toContain('<account>');
  expect(results).toContain('<ca>');
  // Anyone who may use the account can reproduce the failure.
  const [failure] = readResults(join(folder, '.pca/last')).checks.flatMap(({ failures }) => failures);
  const again = await runLine(`${failure?.replay} --yes --settle-ms 0 --rate 1000 --max-calls 150`, {
    cwd: folder,
    env: { ...standIn.env, ...marked, ACCOUNT_ID: ownAccount },
  });
  expect(again.code).toBe(1);
  await standIn.close();
});

test('the same failure in two accounts has the same report', async ({ folder }) => {
  const checksOn = async (account: string): Promise<unknown> => {
    const standIn = await startTestStandIn({ account, service: talkative(account) });
    const cwd = join(folder, account);
    mkdirSync(cwd);
    const options = [
      '--seed',
      '7',
      '--concurrency',
      '1',
      '--profile',
      'smoke',
      '--settle-ms',
      '0',
      '--rate',
      '1000',
      '--max-calls',
      '150',
    ];
    await runCli([...words, '--allow-account', account, ...options, '--filter', 'PP-01'], {
      cwd,
      env: standIn.env,
    });
    await standIn.close();
    // The address of the stand-in differs.
    return JSON.parse(JSON.stringify(readResults(join(cwd, '.pca/last')).checks).replaceAll(standIn.url, 'url'));
  };
  expect(await checksOn('987654321098')).toEqual(await checksOn('123456789876'));
});

describe('the redactor', () => {
  const redactor = createRedactor({ account: '111122223333', secrets: ['secret', 'secret-token'] });
  const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-1111-2222-3333-444455556666';
  test.each([
    [`on ${arn}.`, 'on arn:aws:acm-pca:us-east-1:<account>:certificate-authority/<ca>.'],
    ['0A1B2C3D-1111-2222-3333-444455556666', '<ca>'],
    ['account 111122223333 and %22111122223333%22', 'account <account> and %22<account>%22'],
    ['\\u0031111222233\\u00333', '<account>'],
    ['the grantee 444455556666 stays', 'the grantee 444455556666 stays'],
    ['secret-token and secret', '<key> and <key>'],
    ['Credential=ASIAABCDEFGHIJKLMNOP/2026', 'Credential=<key>/2026'],
    ['<RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>', '<RequestId><request-id></RequestId>'],
    ['arn:aws:sts::111122223333:assumed-role/admin/jane is', 'arn:aws:sts::<account>:<caller> is'],
  ])('makes of %s %s', (before, after) => {
    expect(redactor.text(arn)).toContain('<ca>');
    expect(redactor.text(before)).toBe(after);
  });

  test('takes out the grantees that the user named', () => {
    const grantees = { granteeAccount: '444455556666', organization: 'o-a1b2c3d4e5' };
    const naming = createRedactor({ account: '111122223333', secrets: [], grantees });
    expect(naming.text('444455556666 in o-a1b2c3d4e5, and 777788889999')).toBe(
      '<grantee-account> in <organization>, and 777788889999',
    );
  });

  test('finds values, and names of request ids', () => {
    expect(redactor.value({ 'x-amzn-requestid': 'any', a111122223333: [arn, 1, null, true] })).toEqual({
      'x-amzn-requestid': '<request-id>',
      'a<account>': ['arn:aws:acm-pca:us-east-1:<account>:certificate-authority/<ca>', 1, null, true],
    });
  });
});
