// `doctor` in working and broken environments: each problem has its line with a fix, and its exit code.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { selfSigned } from '../../testing/certificates-for-tls.js';
import { test } from '../../testing/cli-test.js';
import { deadUrl } from '../../testing/fake-service.js';
import { runInProcess } from '../../testing/run-in-process.js';

describe('doctor', () => {
  test.concurrent.for(['builtin', 'builtin:http'])('finds all well with %s', async (target, { folder }) => {
    const { code, stdout } = await runInProcess(['doctor', '--target', target], { cwd: folder });
    expect(code).toBe(0);
    for (const name of ['Node.js', 'output folder', 'credentials', 'target', 'capabilities']) {
      expect(stdout).toMatch(new RegExp(`^ok +${name}: `, 'm'));
    }
    expect(stdout).not.toContain('problem');
  });

  test.concurrent('finds what an emulator can do, and leaves no CA behind', async ({ folder, serve }) => {
    const service = await serve();
    const { code, stdout } = await runInProcess(['doctor', '--target', service.url], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok +clock: 0 s apart|^ok +clock: 1 s apart/m);
    expect(stdout).toMatch(/^ok +capabilities: wire yes, cbor no, provision yes/m);
    expect(new Set(service.authorities().map(({ status }) => status))).toEqual(new Set(['DELETED']));
  });

  test.concurrent('names the principals and their accounts', async ({ folder }) => {
    const { stdout } = await runInProcess(['doctor', '--target', 'builtin:http'], { cwd: folder });
    expect(stdout).toMatch(/^ok +principals: owner in 111122223333, .*third in 777788889999/m);
  });

  test.concurrent('says that nothing listens, with exit 4', async ({ folder }) => {
    const { code, stdout } = await runInProcess(['doctor', '--target', await deadUrl()], { cwd: folder });
    expect(code).toBe(4);
    expect(stdout).toMatch(/^problem +target: .*ECONNREFUSED.*\n +fix: start the target/m);
    expect(stdout).not.toContain('capabilities');
  });

  test.concurrent('says that a server provides no CA, or no answer, with exit 4', async ({ folder, serve }) => {
    const page = await serve({ page: '<h1>no</h1>' });
    expect(await runInProcess(['doctor', '--target', page.url], { cwd: folder })).toMatchObject({
      code: 4,
      stdout: expect.stringMatching(/^problem +capabilities: no CA could be created/m),
    });
    const silent = await serve({ silent: true });
    const args = ['doctor', '--target', silent.url, '--call-timeout', '300ms'];
    expect(await runInProcess(args, { cwd: folder })).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('--call-timeout'),
    });
  });

  test.concurrent('says that https:// was used for a server that speaks http://', async ({ folder, serve }) => {
    const { url } = await serve();
    const { code, stdout } = await runInProcess(['doctor', '--target', url.replace('http:', 'https:')], {
      cwd: folder,
    });
    expect(code).toBe(4);
    expect(stdout).toMatch(/^problem +TLS: .*\n +fix: it may not speak TLS/m);
  });

  test.concurrent('says that a certificate is not trusted, and is satisfied by its authority', async ({ folder }) => {
    const { certificate, privateKey } = await selfSigned();
    writeFileSync(join(folder, 'authority.pem'), certificate);
    const server = createSecureServer({ cert: certificate, key: privateKey }, (_, response) => {
      response.writeHead(500).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const target = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const untrusted = await runInProcess(['doctor', '--target', target], { cwd: folder });
    const trusted = await runInProcess(['doctor', '--target', target, '--ca-file', 'authority.pem'], { cwd: folder });
    server.close();
    server.closeAllConnections();
    expect(untrusted.code).toBe(4);
    expect(untrusted.stdout).toMatch(/^problem +TLS: .*SELF_SIGNED.*\n +fix: give the authority .*--ca-file/m);
    expect(trusted.stdout).toMatch(/^ok +TLS: /m);
  });

  test.concurrent('says that the clocks differ, with exit 2', async ({ folder }) => {
    const server = createServer((_, response) => {
      response.writeHead(404, { date: 'Tue, 24 Nov 2020 00:00:00 GMT' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, stdout } = await runInProcess(['doctor', '--target', `http://127.0.0.1:${port}`], { cwd: folder });
    server.close();
    server.closeAllConnections();
    expect(code).toBe(2);
    expect(stdout).toMatch(/^problem +clock: \d+ s apart.*\n +fix: set the clocks/m);
  });

  test.concurrent('says that keys cannot sign and that a folder cannot be written', async ({ folder }) => {
    writeFileSync(join(folder, 'plain'), 'a file');
    const args = ['doctor', '--out', 'plain/below', '--access-key', 'AKID/EXAMPLE', '--secret-key', 'two words'];
    const { code, stdout } = await runInProcess(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^problem +output folder: plain\/below: .*\n +fix: /m);
    expect(stdout).toMatch(/^problem +credentials: the access key and the secret key .*\n +fix: /m);
    expect(stdout).not.toContain('two words');
  });
});
