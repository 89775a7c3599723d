// The emulator finds the principal of a call by its access key, in both protocols, and STS makes temporary keys for it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AwsKeys } from '../api/aws-keys.js';
import type { Operation } from '../api/operation.js';
import { answerOf, type Output } from '../api/outcome.js';
import { presetKeys } from '../api/preset-keys.js';
import { presetPrincipals, type PrincipalName, type Rights } from '../api/principal.js';
import { protocols, type Protocol } from '../api/protocol.js';
import { sessionPolicyFor } from '../api/session-policies.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import { sdkKeys } from '../targets/sdk-keys.js';
import {
  caller,
  createAuthority,
  credentials,
  startReference,
  type TestEmulator,
} from './testing/reference-emulator.js';

const principals = presetPrincipals(caller);
let open: TestEmulator;
let strict: TestEmulator;
let arn: string;

beforeAll(async () => {
  open = await startReference({ principals });
  strict = await startReference({ principals, requireSignature: credentials, nowMs: () => Date.now() });
  arn = await createAuthority(open);
});

afterAll(async () => {
  await open.close();
  await strict.close();
});

/** The answer to a call with a key: `Success` or the name of the error, and what it returns. */
async function ask(
  url: string,
  keys: AwsKeys,
  operation: Operation,
  protocol: Protocol = 'json',
): Promise<{ readonly answer: string; readonly output: Output }> {
  const target = createEndpointTarget({ name: 'emulator', url, region: caller.region, credentials: keys });
  const outcome = await target.call(operation, { deadlineMs: 10_000, protocol });
  await target.dispose();
  return { answer: answerOf(outcome), output: outcome.kind === 'success' ? outcome.output : {} };
}

const describeIt = (): Operation => ({
  kind: 'DescribeCertificateAuthority',
  input: { CertificateAuthorityArn: arn },
});
const readPolicy = (): Operation => ({ kind: 'GetPolicy', input: { ResourceArn: arn } });

describe.each(protocols)('in %s', (protocol) => {
  const as = (name: PrincipalName, operation: Operation): ReturnType<typeof ask> =>
    ask(open.url, presetKeys(name), operation, protocol);

  test('rights and accounts follow from the key', async () => {
    const answers = async (name: PrincipalName): Promise<readonly string[]> => [
      (await as(name, describeIt())).answer,
      (await as(name, readPolicy())).answer,
    ];
    expect(await answers('owner')).toEqual(['Success', 'ResourceNotFoundException']);
    expect(await answers('owner-reader')).toEqual(['AccessDeniedException', 'ResourceNotFoundException']);
    expect(await answers('owner-nobody')).toEqual(['AccessDeniedException', 'AccessDeniedException']);
    expect(await answers('third')).toEqual(['AccessDeniedException', 'AccessDeniedException']);
  });

  test('a grant lets in its account alone, until it is deleted', async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principals.grantee.account },
          Action: [
            'acm-pca:DescribeCertificateAuthority',
            'acm-pca:GetCertificate',
            'acm-pca:GetCertificateAuthorityCertificate',
            'acm-pca:ListPermissions',
            'acm-pca:ListTags',
          ],
          Resource: arn,
        },
        {
          Effect: 'Allow',
          Principal: { AWS: principals.grantee.account },
          Action: 'acm-pca:IssueCertificate',
          Resource: arn,
          Condition: { StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' } },
        },
      ],
    });
    expect((await as('owner', { kind: 'PutPolicy', input: { ResourceArn: arn, Policy } })).answer).toBe('Success');
    const granted = await as('grantee', describeIt());
    expect(granted.output['CertificateAuthority']).toMatchObject({ OwnerAccount: caller.account });
    expect((await as('third', describeIt())).answer).toBe('AccessDeniedException');
    expect((await as('grantee-nobody', describeIt())).answer).toBe('AccessDeniedException');
    await as('owner', { kind: 'DeletePolicy', input: { ResourceArn: arn } });
    expect((await as('grantee', describeIt())).answer).toBe('AccessDeniedException');
  });

  test('a CA belongs to the account that created it, and is listed there alone, page by page', async () => {
    const create = (name: PrincipalName): Promise<string> =>
      createAuthority({ output: async (kind, input) => (await as(name, { kind, input } as Operation)).output });
    const arns = [await create('third'), await create('third')];
    expect(arns).toEqual(arns.map(() => expect.stringContaining(`:${principals.third.account}:`)));
    const list = (name: PrincipalName, input: object): Promise<Output> =>
      as(name, { kind: 'ListCertificateAuthorities', input }).then(({ output }) => output);
    const listed = (page: Output): readonly string[] =>
      (page['CertificateAuthorities'] as readonly { readonly Arn: string }[]).map(({ Arn }) => Arn);
    const first = await list('third', { ResourceOwner: 'SELF', MaxResults: 1 });
    const second = await list('third', { ResourceOwner: 'SELF', NextToken: first['NextToken'] });
    const mine = [...listed(first), ...listed(second)];
    expect(listed(first)).toHaveLength(1);
    expect(mine.slice(-2)).toEqual(arns);
    const described: Operation = {
      kind: 'DescribeCertificateAuthority',
      input: { CertificateAuthorityArn: arns[0] ?? '' },
    };
    expect((await as('third', described)).output['CertificateAuthority']).toMatchObject({
      OwnerAccount: principals.third.account,
    });
    expect((await as('owner', described)).answer).toBe('AccessDeniedException');
    for (const name of ['owner', 'third'] as const) {
      expect(listed(await list(name, { ResourceOwner: 'OTHER_ACCOUNTS' }))).toEqual([]);
    }
    expect(listed(await list('owner', {})).filter((each) => arns.includes(each))).toEqual([]);
  });
});

test('the owner calls with any other key, and without one', async () => {
  expect((await ask(open.url, { accessKeyId: 'AKIDANYTHING', secretAccessKey: 'x' }, describeIt())).answer).toBe(
    'Success',
  );
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities',
  };
  expect((await fetch(open.url, { method: 'POST', headers, body: '{}' })).status).toBe(200);
});

test('the same token of two accounts makes two CAs', async () => {
  const create = (name: PrincipalName): Promise<string> =>
    createAuthority(
      {
        output: async (kind, input) => (await ask(open.url, presetKeys(name), { kind, input } as Operation)).output,
      },
      { IdempotencyToken: 'same' },
    );
  expect(await create('grantee')).not.toBe(await create('third'));
});

describe('where signatures are verified', () => {
  const list: Operation = { kind: 'ListCertificateAuthorities', input: {} };

  test.each([
    ['the key of the owner', credentials, 'Success'],
    ['the key of a principal', presetKeys('third'), 'Success'],
    ['the key of a principal without rights', presetKeys('owner-nobody'), 'AccessDeniedException'],
    [
      'another secret',
      { ...presetKeys('third'), secretAccessKey: presetKeys('owner').secretAccessKey },
      'InvalidSignatureException',
    ],
    ['an unknown key', { accessKeyId: 'AKIDUNKNOWN', secretAccessKey: 'x' }, 'UnrecognizedClientException'],
  ])('%s', async (_title, keys, expected) => {
    expect((await ask(strict.url, keys, list)).answer).toBe(expected);
  });
});

function stsOf({ url }: TestEmulator, keys: AwsKeys): STSClient {
  return new STSClient({ endpoint: url, region: caller.region, credentials: sdkKeys(keys), maxAttempts: 1 });
}

async function assume(
  emulator: TestEmulator,
  name: PrincipalName,
  input: Partial<AssumeRoleCommandInput> = {},
): Promise<Required<AwsKeys>> {
  const RoleArn = `arn:aws:iam::${principals[name].account}:role/${name}`;
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test', ...input });
  const { Credentials: made } = await stsOf(emulator, credentials).send(command);
  if (made === undefined) throw new Error('AssumeRole returned no credentials.');
  const {
    AccessKeyId: accessKeyId = '',
    SecretAccessKey: secretAccessKey = '',
    SessionToken: sessionToken = '',
  } = made;
  return { accessKeyId, secretAccessKey, sessionToken };
}

async function identityOf(emulator: TestEmulator, keys: AwsKeys): Promise<readonly (string | undefined)[]> {
  const { Account, Arn } = await stsOf(emulator, keys).send(new GetCallerIdentityCommand({}));
  return [Account, Arn];
}

describe('STS', () => {
  test('says who has a key', async () => {
    expect(await identityOf(strict, presetKeys('grantee'))).toEqual(['444455556666', principals.grantee.arn]);
    expect(await identityOf(strict, credentials)).toEqual([caller.account, principals.owner.arn]);
  });

  test('makes temporary keys for a role, with which its principal calls', async () => {
    for (const emulator of [open, strict]) {
      const keys = await assume(emulator, 'third');
      const { account } = principals.third;
      expect(await identityOf(emulator, keys)).toEqual([account, `arn:aws:sts::${account}:assumed-role/third/test`]);
      const list: Operation = { kind: 'ListCertificateAuthorities', input: {} };
      expect((await ask(emulator.url, keys, list)).answer).toBe('Success');
      const { sessionToken: _left, ...withoutToken } = keys;
      expect((await ask(emulator.url, withoutToken, list)).answer).toBe('UnrecognizedClientException');
    }
    const keys = await assume(open, 'third');
    expect((await ask(open.url, keys, describeIt())).answer).toBe('AccessDeniedException');
  });

  test('a session policy takes rights away, and gives none', async () => {
    const answers = async (name: PrincipalName, rights: Rights): Promise<readonly string[]> => {
      const policy = sessionPolicyFor(rights);
      const keys = await assume(open, name, policy === undefined ? {} : { Policy: policy });
      return Promise.all([describeIt(), readPolicy()].map(async (each) => (await ask(open.url, keys, each)).answer));
    };
    expect(await answers('owner', 'all')).toEqual(['Success', 'ResourceNotFoundException']);
    expect(await answers('owner', 'reads-policy')).toEqual(['AccessDeniedException', 'ResourceNotFoundException']);
    expect(await answers('owner-sharer', 'reads-policy')).toEqual([
      'AccessDeniedException',
      'ResourceNotFoundException',
    ]);
    expect(await answers('owner', 'none')).toEqual(['AccessDeniedException', 'AccessDeniedException']);
    expect(await answers('owner-nobody', 'all')).toEqual(['AccessDeniedException', 'AccessDeniedException']);
  });

  test('temporary keys expire, and are unknown after a restart', async () => {
    const keys = await assume(open, 'grantee', { DurationSeconds: 900 });
    open.clock.nowMs += 899_000;
    expect((await ask(open.url, keys, describeIt())).answer).toBe('AccessDeniedException');
    open.clock.nowMs += 1_000;
    expect((await ask(open.url, keys, describeIt())).answer).toBe('ExpiredTokenException');
    const other = await startReference({ principals });
    expect((await ask(other.url, keys, describeIt())).answer).toBe('UnrecognizedClientException');
    await other.close();
  });

  test.each([
    ['a role that does not exist', { RoleArn: 'arn:aws:iam::111122223333:role/grantee' }, 'AccessDenied'],
    ['a session without a proper name', { RoleSessionName: 'a b' }, 'ValidationError'],
    ['too short a time', { DurationSeconds: 60 }, 'ValidationError'],
    ['another session policy', { Policy: '{"Version":"2012-10-17","Statement":[]}' }, 'ValidationError'],
  ])('refuses %s', async (_title, input, expected) => {
    await expect(assume(open, 'grantee', input)).rejects.toMatchObject({ name: expected });
  });
});

test('the state file keeps the CAs of all accounts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pca-conformance-accounts-'));
  const stateFile = join(folder, 'state.json');
  const list: Operation = { kind: 'ListCertificateAuthorities', input: {} };
  const first = await startReference({ principals, stateFile });
  const create = (name: PrincipalName): Promise<string> =>
    createAuthority({
      output: async (kind, input) => (await ask(first.url, presetKeys(name), { kind, input } as Operation)).output,
    });
  const arns = { owner: await create('owner'), grantee: await create('grantee') };
  await first.close();
  const second = await startReference({ principals, stateFile });
  for (const name of ['owner', 'grantee'] as const) {
    const { output } = await ask(second.url, presetKeys(name), list);
    expect(output['CertificateAuthorities']).toEqual([expect.objectContaining({ Arn: arns[name] })]);
  }
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});
