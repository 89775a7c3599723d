// Slow, many, faulty or disconnected clients do not stop the server, and a close lets pending requests finish.

import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { cborPath } from '../api/protocol.js';
import type { Service } from '../api/service.js';
import { referenceService } from '../model/reference-service.js';
import type { ServiceState } from '../model/state/state.js';
import { readTemplate } from './certificate-template.js';
import { generatePrivateKey } from './key-pair.js';
import { createCsr, readCsr, signCertificate } from './x509.js';
import { caller, post, startReference, type TestEmulator, type TestOptions } from './testing/reference-emulator.js';

const opened: TestEmulator[] = [];

async function open(options: TestOptions = {}): Promise<TestEmulator> {
  const emulator = await startReference(options);
  opened.push(emulator);
  return emulator;
}

afterEach(async () => {
  for (const emulator of opened.splice(0)) await emulator.close();
});

async function selfSigned(privateKey: string): Promise<string> {
  const template = readTemplate('arn:aws:acm-pca:::template/RootCACertificate/V1');
  const signing = 'SHA256WITHECDSA';
  const Subject = { CommonName: 'localhost' };
  const pem = await createCsr(privateKey, { KeyAlgorithm: 'EC_prime256v1', SigningAlgorithm: signing, Subject });
  const csr = await readCsr(Buffer.from(pem));
  if (template === undefined || csr === undefined) throw new Error('The request cannot be read.');
  return signCertificate({
    csr,
    template,
    signing,
    privateKey,
    issuer: undefined,
    serial: '01',
    notBefore: new Date(0),
    notAfter: new Date('2100-01-01'),
    subject: undefined,
    alternativeNames: [],
  });
}

async function works({ url }: TestEmulator): Promise<boolean> {
  return (await post(url, 'ListCertificateAuthorities', '{}')).status === 200;
}

async function openSocket({ port }: TestEmulator): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A server may end a connection by a reset.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Everything that the server sends until it closes the connection. */
async function textUntilClosed(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
  });
  await once(socket, 'close');
  return text;
}

describe('the server continues', () => {
  test('with 2,000 connections that send endless headers, and ends them', async () => {
    const emulator = await open({ limits: { headersTimeoutMs: 1_500 } });
    const sockets = await Promise.all(Array.from({ length: 2_000 }, () => openSocket(emulator)));
    for (const socket of sockets) socket.write('POST / HTTP/1.1\r\nhost: x\r\nx-slow:');
    const closed = sockets.map(textUntilClosed);
    expect(await works(emulator)).toBe(true);
    const texts = await Promise.all(closed);
    expect(texts.every((text) => text.startsWith('HTTP/1.1 408') || text === '')).toBe(true);
    expect(texts.some((text) => text.includes('RequestTimeoutException'))).toBe(true);
    expect(await works(emulator)).toBe(true);
  });

  test.each([
    ['JSON', '/', '', '{'],
    ['CBOR', cborPath('GetPolicy'), 'smithy-protocol: rpc-v2-cbor\r\n', '\u00bf'],
  ])('with a client that sends an endless body in %s, and ends it', async (_protocol, path, headers, first) => {
    const emulator = await open({ limits: { headersTimeoutMs: 500, requestTimeoutMs: 600 } });
    const socket = await openSocket(emulator);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${headers}content-length: 1000\r\n\r\n${first}`, 'latin1');
    const closed = textUntilClosed(socket);
    expect(await works(emulator)).toBe(true);
    expect(await closed).toContain('408');
  });

  test('with 2,000 concurrent calls', async () => {
    const emulator = await open();
    const agent = new Agent({ maxSockets: 2_000 });
    const statuses = await Promise.all(
      Array.from(
        { length: 2_000 },
        () =>
          new Promise<number | undefined>((resolve, reject) => {
            const headers = { 'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities' };
            request(emulator.url, { method: 'POST', agent, headers }, (response) => {
              response.resume();
              resolve(response.statusCode);
            })
              .on('error', reject)
              .end('{}');
          }),
      ),
    );
    agent.destroy();
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test.each([
    ['no HTTP', '\u0000\u0001\u0002\r\n\r\n', '400'],
    ['a wrong version', 'POST / HTTP/9.9\r\n\r\n', '400'],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', '400'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['a chunk of no size', 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', '400'],
    ['long headers', `POST / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, '431'],
  ])('after %s', async (_what, bytes, status) => {
    const emulator = await open();
    const socket = await openSocket(emulator);
    socket.write(bytes);
    const text = await textUntilClosed(socket);
    expect(text).toContain(`HTTP/1.1 ${status}`);
    expect(text).toContain('MalformedHttpRequestException');
    expect(await works(emulator)).toBe(true);
  });

  test('after clients disconnected in the middle of a body', async () => {
    const emulator = await open();
    for (let count = 0; count < 50; count += 1) {
      const socket = await openSocket(emulator);
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n${'x'.repeat(count * 100)}`);
      socket.destroy();
    }
    expect(await works(emulator)).toBe(true);
  });

  test('if all bodies together are too large, and accepts new ones afterwards', async () => {
    const emulator = await open({ limits: { totalBodyBytes: 1_000 } });
    const { status, text } = await post(emulator.url, 'GetPolicy', 'x'.repeat(2_000));
    expect([status, JSON.parse(text)]).toMatchObject([503, { __type: 'ServiceUnavailable' }]);
    expect(await works(emulator)).toBe(true);
  });

  test('after an exception in the service, which gives InternalFailure', async () => {
    const reference = referenceService(caller);
    const service: Service<ServiceState> = {
      ...reference,
      step(state, operation, context) {
        if (operation.kind === 'GetPolicy') throw new Error('planted');
        return reference.step(state, operation, context);
      },
    };
    const emulator = await open({ service });
    const { status, text } = await post(emulator.url, 'GetPolicy', '{"ResourceArn":"arn:aws"}');
    expect([status, JSON.parse(text)]).toMatchObject([500, { __type: 'InternalFailure' }]);
    expect(text).not.toContain('planted');
    expect(await works(emulator)).toBe(true);
  });
});

describe('a close', () => {
  test('answers the pending call, and accepts no more', async () => {
    const emulator = await startReference();
    const socket = await openSocket(emulator);
    const body = '{"MaxResults":1}';
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: ACMPrivateCA.ListCertificateAuthorities\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    const text = textUntilClosed(socket);
    // After one complete call the server has received the beginning of the other one.
    expect(await works(emulator)).toBe(true);
    const closed = emulator.close();
    socket.write(body.slice(5));
    expect(await text).toMatch(/^HTTP\/1\.1 200[^]*connection: close[^]*"CertificateAuthorities":\[\]/i);
    await closed;
    await expect(post(emulator.url, 'ListCertificateAuthorities', '{}')).rejects.toThrow('fetch failed');
  });

  test('does not wait for idle connections or for a call that never ends', async () => {
    const emulator = await startReference({ limits: { drainTimeoutMs: 200 } });
    const idle = await openSocket(emulator);
    const endless = await openSocket(emulator);
    endless.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{');
    const ended = [idle, endless].map(textUntilClosed);
    expect(await works(emulator)).toBe(true);
    await emulator.close();
    await Promise.all(ended);
  });
});

test('uses TLS if a key and a certificate are given', async () => {
  const key = await generatePrivateKey('EC_prime256v1');
  const cert = await selfSigned(key);
  const emulator = await open({ tls: { key, cert } });
  expect(emulator.url).toMatch(/^https:/);
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities' };
    secureRequest(emulator.url, { method: 'POST', headers, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end('{}');
  });
  expect(answer).toBe(200);
});

test('a port in use is a system error', async () => {
  const emulator = await open();
  await expect(startReference({ port: emulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
