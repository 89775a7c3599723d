// Real clients with `pca-conformance serve`: boto3 and the AWS CLI use the lifecycle of a CA, the AWS SDK for Go and Terraform
// a policy. A client that is not installed is skipped; with CI=true the first three are required.

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, startServe, type RunningServe } from '../testing/run-serve.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const clients = join(root, 'harness/emulator/clients');
const python = join(root, '.cache/clients/bin/python');
const awsCli = join(root, '.cache/clients/bin/aws');
const accessKey = 'AKIDEXAMPLE';
const secretKey = 'example';
const isRequired = process.env['CI'] === 'true';

let service: RunningServe;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-clients-'));
  // Every client signs its requests, so the signatures are verified.
  service = await startServe(['--require-signature', '--access-key', accessKey, '--secret-key', secretKey]);
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const credentials = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_DEFAULT_REGION: 'us-east-1' };

async function output(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = folder,
): Promise<string> {
  const { stdout } = await run(command, args, { cwd, env: { ...cleanEnvironment(), ...env }, maxBuffer: 1e8 });
  return stdout;
}

/** Why a client's tests are skipped; undefined if they run. */
function reasonWithout(isThere: boolean, fix: string): string | undefined {
  return isThere || isRequired ? undefined : `skipped: ${fix}`;
}

const noPython = reasonWithout(existsSync(python), 'run .ci/install-clients for boto3 and the AWS CLI');

describe.skipIf(noPython !== undefined)(`boto3 ${noPython ?? ''}`, () => {
  test('uses the lifecycle of a CA and of a policy', async () => {
    const printed = await output(python, [join(clients, 'walk.py'), service.url, accessKey, secretKey]);
    const steps = printed
      .trim()
      .split('\n')
      .map((line): { step: string; answer: unknown } => JSON.parse(line));
    const answers = Object.fromEntries(steps.map(({ step, answer }) => [step, answer]));
    expect(answers).toEqual({
      created: expect.stringMatching(/^arn:aws:acm-pca:us-east-1:\d{12}:certificate-authority\/[0-9a-f-]{36}$/),
      'no certificate yet': ['InvalidStateException', 'InvalidStateException'],
      described: expect.objectContaining({ Status: 'ACTIVE', Type: 'ROOT' }),
      'no policy yet': ['ResourceNotFoundException', 'ResourceNotFoundException'],
      'no policy at all': ['InvalidPolicyException', 'InvalidPolicyException'],
      'policy read': true,
      'policy deleted': ['ResourceNotFoundException', 'ResourceNotFoundException'],
      'deleted while active': ['InvalidStateException', 'InvalidStateException'],
      deleted: 'DELETED',
      restored: 'DISABLED',
    });
  });
});

describe.skipIf(noPython !== undefined)(`the AWS CLI ${noPython ?? ''}`, () => {
  async function aws(...words: readonly string[]): Promise<Record<string, unknown>> {
    const env = { ...credentials, AWS_ENDPOINT_URL: service.url, AWS_MAX_ATTEMPTS: '1' };
    const text = await output(awsCli, [...words, '--output', 'json'], env);
    return text.trim() === '' ? {} : JSON.parse(text);
  }

  test('uses the lifecycle of a CA and of a policy', async () => {
    const configuration = join(folder, 'configuration.json');
    writeFileSync(
      configuration,
      JSON.stringify({
        KeyAlgorithm: 'RSA_2048',
        SigningAlgorithm: 'SHA256WITHRSA',
        Subject: { CommonName: 'cli' },
      }),
    );
    const created = await aws(
      'acm-pca',
      'create-certificate-authority',
      '--certificate-authority-type',
      'ROOT',
      '--certificate-authority-configuration',
      `file://${configuration}`,
    );
    const arn = String(created['CertificateAuthorityArn']);
    const named = ['--certificate-authority-arn', arn];
    const { Csr: csr } = await aws('acm-pca', 'get-certificate-authority-csr', ...named);
    writeFileSync(join(folder, 'csr.pem'), String(csr));
    const issued = await aws(
      'acm-pca',
      'issue-certificate',
      ...named,
      '--csr',
      `fileb://${folder}/csr.pem`,
      '--signing-algorithm',
      'SHA256WITHRSA',
      '--template-arn',
      'arn:aws:acm-pca:::template/RootCACertificate/V1',
      '--validity',
      'Value=30,Type=DAYS',
    );
    const { Certificate: certificate } = await aws(
      'acm-pca',
      'get-certificate',
      ...named,
      '--certificate-arn',
      String(issued['CertificateArn']),
    );
    writeFileSync(join(folder, 'certificate.pem'), String(certificate));
    await aws(
      'acm-pca',
      'import-certificate-authority-certificate',
      ...named,
      '--certificate',
      `fileb://${folder}/certificate.pem`,
    );

    const policy = policyFor(arn);
    writeFileSync(join(folder, 'policy.json'), policy);
    await aws('acm-pca', 'put-policy', '--resource-arn', arn, '--policy', `file://${folder}/policy.json`);
    expect(await aws('acm-pca', 'get-policy', '--resource-arn', arn)).toEqual({ Policy: policy });
    await aws('acm-pca', 'delete-policy', '--resource-arn', arn);
    await expect(aws('acm-pca', 'get-policy', '--resource-arn', arn)).rejects.toThrow('(ResourceNotFoundException)');

    await aws('acm-pca', 'update-certificate-authority', ...named, '--status', 'DISABLED');
    await aws('acm-pca', 'delete-certificate-authority', ...named, '--permanent-deletion-time-in-days', '7');
    await aws('acm-pca', 'restore-certificate-authority', ...named);
    const described = await aws('acm-pca', 'describe-certificate-authority', ...named);
    expect(described).toMatchObject({ CertificateAuthority: { Status: 'DISABLED' } });
  });

  test('gets the identity of the caller', async () => {
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: arnAccount(await seededArn()) });
  });
});

const noGo = reasonWithout(await isOnPath('go', 'version'), 'the Go compiler is not on the PATH');

describe.skipIf(noGo !== undefined)(`the AWS SDK for Go ${noGo ?? ''}`, () => {
  test('puts, gets and deletes a policy, and has types for the errors', async () => {
    const arn = await seededArn();
    const program = join(folder, 'client');
    await output('go', ['build', '-o', program, '.'], {}, join(clients, 'go'));
    const printed = await output(program, [service.url, arn, policyFor(arn)]);
    expect(printed.trim().split('\n')).toEqual([
      'refused true',
      'put <nil>',
      'got <nil> true',
      'deleted <nil>',
      'missing true',
    ]);
  });
});

describe('Terraform', () => {
  test('applies a CA with a policy, finds nothing to change, updates and destroys', async ({ skip }) => {
    if (!(await isOnPath('terraform', 'version'))) skip('terraform is not on the PATH');
    const configuration = readFileSync(join(clients, 'terraform/main.tf'), 'utf8').replace('ENDPOINT', service.url);
    writeFileSync(join(folder, 'main.tf'), configuration);
    const cliConfiguration = join(folder, 'terraform.rc');
    const mirror = process.env['TERRAFORM_MIRROR'] ?? '';
    const installation = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
    writeFileSync(cliConfiguration, mirror === '' ? '' : installation);
    const env = {
      ...credentials,
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      TF_CLI_CONFIG_FILE: cliConfiguration,
    };
    const terraform = (...words: readonly string[]): Promise<string> => output('terraform', words, env);
    try {
      await terraform('init', '-no-color');
    } catch {
      skip('the AWS provider of Terraform cannot be had');
    }
    await terraform('apply', '-auto-approve', '-no-color');
    expect(await terraform('plan', '-no-color')).toContain('No changes');
    await terraform('apply', '-auto-approve', '-no-color', '-var', 'sid=updated');
    await terraform('destroy', '-auto-approve', '-no-color');
  });
});

async function isOnPath(command: string, argument: string): Promise<boolean> {
  try {
    await run(command, [argument]);
    return true;
  } catch {
    return false;
  }
}

/** The ARN of the CA with which the service starts. */
async function seededArn(): Promise<string> {
  const [arn] = service.arns;
  if (arn === undefined) throw new Error('The service was started without a CA.');
  return arn;
}

function arnAccount(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function policyFor(arn: string): string {
  const grant = { Sid: '1', Effect: 'Allow', Principal: { AWS: arnAccount(arn) }, Resource: arn };
  const reads = [
    'DescribeCertificateAuthority',
    'GetCertificate',
    'GetCertificateAuthorityCertificate',
    'ListPermissions',
    'ListTags',
  ];
  const template = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { ...grant, Action: reads.map((name) => `acm-pca:${name}`) },
      { ...grant, Action: ['acm-pca:IssueCertificate'], Condition: { StringEquals: template } },
    ],
  });
}
