// Acknowledged changes survive a crash during a save, an exit, and a kill of the process.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStateSaver, readStateFile } from '../../emulator/state-file.js';
import { caller, createAuthority, post, startReference } from '../../emulator/testing/reference-emulator.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-state-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function policyFor(arn: string, sid: string): string {
  const reads = ['DescribeCertificateAuthority', 'GetCertificate', 'GetCertificateAuthorityCertificate'];
  const grant = { Sid: sid, Effect: 'Allow', Principal: { AWS: '444455556666' }, Resource: arn };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { ...grant, Action: [...reads, 'ListPermissions', 'ListTags'].map((name) => `acm-pca:${name}`) },
      {
        ...grant,
        Action: 'acm-pca:IssueCertificate',
        Condition: { StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' } },
      },
    ],
  });
}

describe('the saver', () => {
  test('combines concurrent changes into one save, and saves nothing without a change', async () => {
    const path = join(folder, 'saver.json');
    let saves = 0;
    const saver = createStateSaver(path, () => (saves += 1));
    expect(saver.saved()).toBeUndefined();
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        saver.changed();
        await saver.saved();
      }),
    );
    expect(saves).toBeLessThanOrEqual(2);
    expect(saver.saved()).toBeUndefined();
    expect(await readStateFile(path)).toBe(saves);
  });

  test('reports each time that the file cannot be written', async () => {
    const path = join(folder, 'missing', 'saver.json');
    const saver = createStateSaver(path, () => 1);
    saver.changed();
    await expect(saver.saved()).rejects.toThrow('ENOENT');
    await expect(saver.saved()).rejects.toThrow('ENOENT');
  });
});

test('an emulator starts with the saved CAs, policies, tokens, keys and certificates of another', async () => {
  const stateFile = join(folder, 'restart.json');
  const before = await startReference({ stateFile });
  const arn = await createAuthority(before, { IdempotencyToken: 'token' });
  const authority = { CertificateAuthorityArn: arn };
  const policy = policyFor(arn, '1');
  const { Csr: csr } = await before.output('GetCertificateAuthorityCsr', authority);
  const { CertificateArn: certificateArn } = await before.output('IssueCertificate', {
    ...authority,
    Csr: Buffer.from(String(csr)),
    SigningAlgorithm: 'SHA256WITHECDSA',
    TemplateArn: 'arn:aws:acm-pca:::template/RootCACertificate/V1',
    Validity: { Type: 'DAYS', Value: 1 },
  });
  const fetch = { ...authority, CertificateArn: String(certificateArn) };
  const { Certificate: certificate } = await before.output('GetCertificate', fetch);
  await before.output('PutPolicy', { ResourceArn: arn, Policy: policy });
  await before.close();

  const after = await startReference({ stateFile });
  try {
    expect(await after.output('GetPolicy', { ResourceArn: arn })).toEqual({ Policy: policy });
    expect(await after.output('GetCertificateAuthorityCsr', authority)).toEqual({ Csr: csr });
    expect(await after.output('GetCertificate', fetch)).toMatchObject({ Certificate: certificate });
    expect(await createAuthority(after, { IdempotencyToken: 'token' })).toBe(arn);
    const imported = { ...authority, Certificate: Buffer.from(String(certificate)) };
    await after.output('ImportCertificateAuthorityCertificate', imported);
  } finally {
    await after.close();
  }
});

test.each([
  ['{', 'is not JSON'],
  ['{}', 'its schema is not pca-conformance/emulator-state/1'],
  ['{"schema":"pca-conformance/emulator-state/1","service":{},"certificates":{}}', 'authorities'],
])('a file that holds %s is refused by name', async (text, reason) => {
  const stateFile = join(folder, 'corrupt.json');
  writeFileSync(stateFile, text);
  await expect(startReference({ stateFile })).rejects.toThrow(reason);
  await expect(startReference({ stateFile })).rejects.toThrow(stateFile);
  expect(readFileSync(stateFile, 'utf8')).toBe(text);
});

test('a call whose change cannot be saved is not acknowledged', async () => {
  const gone = mkdtempSync(join(folder, 'gone-'));
  const emulator = await startReference({ stateFile: join(gone, 'state.json') });
  try {
    const arn = await createAuthority(emulator);
    rmSync(gone, { recursive: true });
    const body = JSON.stringify({ ResourceArn: arn, Policy: policyFor(arn, '1') });
    expect((await post(emulator.url, 'PutPolicy', body)).status).toBe(500);
  } finally {
    await emulator.close().catch(() => {});
  }
});

const cli = fileURLToPath(new URL('../../../dist/harness/cli/main.js', import.meta.url));

function acknowledgedIn(lanes: readonly { readonly acknowledged: number }[]): number {
  return lanes.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}

async function startProcess(args: readonly string[]): Promise<{ child: ChildProcess; url: string; arns: string[] }> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [url = '', ...arns] = line.toString('utf8').trim().split(' ');
  return { child, url, arns };
}

describe.skipIf(!existsSync(cli))('the process `serve`, built by npm run build,', () => {
  test('has every acknowledged policy after it was killed during many calls', async () => {
    const stateFile = join(folder, 'killed.json');
    const lanes = Array.from({ length: 4 }, () => ({ sent: 0, acknowledged: 0 }));
    for (let round = 0; round < 3; round += 1) {
      const { child, url, arns } = await startProcess(['--state', stateFile, '--seed-ca', '4']);
      const writing = lanes.map(async (lane, index) => {
        const arn = arns[index] ?? '';
        try {
          for (;;) {
            lane.sent += 1;
            const body = JSON.stringify({ ResourceArn: arn, Policy: policyFor(arn, String(lane.sent)) });
            const { status } = await post(url, 'PutPolicy', body);
            expect(status).toBe(200);
            lane.acknowledged = lane.sent;
          }
        } catch (error) {
          // The end of the process ends all calls.
          if (!(error instanceof TypeError)) throw error;
        }
      });
      const enough = acknowledgedIn(lanes) + 10 * (round + 1);
      while (acknowledgedIn(lanes) < enough && child.exitCode === null) await delay(5);
      child.kill('SIGKILL');
      await Promise.all([once(child, 'exit'), ...writing]);

      const again = await startProcess(['--state', stateFile, '--seed-ca', '4']);
      expect(again.arns).toEqual(arns);
      for (const [index, lane] of lanes.entries()) {
        const { text } = await post(again.url, 'GetPolicy', JSON.stringify({ ResourceArn: arns[index] }));
        const sid = Number(/"Sid\\":\\"(\d+)/.exec(text)?.[1] ?? 0);
        expect(sid).toBeGreaterThanOrEqual(lane.acknowledged);
        expect(sid).toBeLessThanOrEqual(lane.sent);
      }
      again.child.kill('SIGKILL');
      await once(again.child, 'exit');
    }
    expect(acknowledgedIn(lanes)).toBeGreaterThanOrEqual(60);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 after %s', async (signal) => {
    const { child, url } = await startProcess(['--account', caller.account]);
    expect((await post(url, 'ListCertificateAuthorities', '{}')).status).toBe(200);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
