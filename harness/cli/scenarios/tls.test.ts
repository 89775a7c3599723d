// An emulator with its own certificate that verifies signatures, as AWS does: reached with --ca-file and its keys.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startReference, type TestEmulator } from '../../emulator/testing/reference-emulator.js';
import { selfSigned, signedByAuthority } from '../../testing/certificates-for-tls.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

const keys = { accessKeyId: 'AKIAOFTHEEMULATOR', secretAccessKey: 'a secret of the emulator' };

describe('over TLS, with signatures', () => {
  const started: { emulator?: TestEmulator; authority?: string } = {};

  beforeAll(async () => {
    const { authority, certificate, privateKey } = await signedByAuthority();
    const tls = { cert: certificate, key: privateKey };
    started.authority = authority;
    started.emulator = await startReference({ tls, requireSignature: keys, nowMs: Date.now });
  });
  afterAll(async () => started.emulator?.close());

  function optionsIn(folder: string, secretKey: string, authority = started.authority ?? ''): readonly string[] {
    writeFileSync(join(folder, 'authority.pem'), authority);
    const reach = ['--target', started.emulator?.url ?? '', '--ca-file', 'authority.pem'];
    return [...reach, '--access-key', keys.accessKeyId, '--secret-key', secretKey];
  }

  const amount = ['--profile', 'smoke', '--seed', '1', '--quiet', '--out', 'out'];

  test('a run conforms, raw requests and those that overlap among its own', async ({ folder }) => {
    const options = optionsIn(folder, keys.secretAccessKey);
    const { code, stderr } = await runInProcess(['run', ...options, ...amount], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { checks } = readResults(join(folder, 'out'));
    const passed = (id: string): boolean => checks.some((check) => check.id.startsWith(id) && check.verdict === 'pass');
    expect([passed('wire/'), passed('concurrency/')]).toEqual([true, true]);
  });

  test('a key other than that of the emulator ends the run with exit 4, and names the refusal', async ({ folder }) => {
    const options = optionsIn(folder, 'another secret');
    const { code, stdout } = await runInProcess(['run', ...options, ...amount], { cwd: folder });
    expect(code).toBe(4);
    expect(stdout).toMatch(/no CA could be created: .*(InvalidSignatureException|SignatureDoesNotMatch)/);
    expect(stdout).not.toContain('another secret');
  });

  test('an authority that did not sign its certificate ends the run with exit 4, and names TLS', async ({ folder }) => {
    const { certificate } = await selfSigned();
    const options = optionsIn(folder, keys.secretAccessKey, certificate);
    const { code, stdout } = await runInProcess(['run', ...options, ...amount], { cwd: folder });
    expect(code).toBe(4);
    expect(stdout).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to verify/);
  });
});
