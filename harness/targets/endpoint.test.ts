// How the endpoint target classifies every kind of answer, over real sockets.

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { sendCall, type Target } from '../api/target.js';
import { requestOf, type RawRequest } from '../api/raw-request.js';
import { createEndpointTarget } from './endpoint.js';

const operation = {
  kind: 'GetPolicy',
  input: { ResourceArn: 'arn:aws:acm-pca:us-east-1:1:x' },
} as const satisfies Operation;
const opened: { server: Server; target: Target }[] = [];

async function openTarget(listener: RequestListener): Promise<Target> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const url = `http://127.0.0.1:${port}`;
  const target = createEndpointTarget({ name: url, url, region: 'us-east-1', credentials });
  opened.push({ server, target });
  return target;
}

afterEach(async () => {
  for (const { server, target } of opened.splice(0)) {
    await target.dispose();
    server.closeAllConnections();
    server.close();
  }
});

async function answeredWith(status: number, body: string, headers: Record<string, string> = {}): Promise<Outcome> {
  const target = await openTarget((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...headers }).end(body);
  });
  return target.call(operation, { deadlineMs: 5_000 });
}

describe('an answer that follows the protocol', () => {
  test('with status 200 is a success with its members', async () => {
    expect(await answeredWith(200, '{"Policy":"{}"}')).toEqual({ kind: 'success', output: { Policy: '{}' } });
  });

  test.each([
    ['', '{}'],
    ['{}', '{}'],
  ])('with the body "%s" is a success without members', async (body) => {
    expect(await answeredWith(200, body)).toEqual({ kind: 'success', output: {} });
  });

  test.each([
    ['a name in the body', '{"__type":"InvalidPolicyException","message":"no"}', {}],
    ['a name with a namespace', '{"__type":"com.amazonaws.acmpca#InvalidPolicyException","message":"no"}', {}],
    ['a name in the header', '{"message":"no"}', { 'x-amzn-errortype': 'InvalidPolicyException:http://x/' }],
    ['a name under code', '{"code":"InvalidPolicyException","message":"no"}', {}],
    ['an upper-case message', '{"__type":"InvalidPolicyException","Message":"no"}', {}],
  ])('with %s is that error', async (_form, body, headers) => {
    expect(await answeredWith(400, body, headers)).toEqual({
      kind: 'service-error',
      error: 'InvalidPolicyException',
      status: 400,
      message: 'no',
    });
  });

  test.each([
    ['ValidationException', 400],
    ['AccessDeniedException', 403],
    ['ThrottlingException', 400],
    ['InternalFailure', 500],
    ['ServiceUnavailable', 503],
  ])('may name %s, which the SDK does not model, with its own status', async (error, status) => {
    expect(await answeredWith(status, JSON.stringify({ __type: error, message: 'no' }))).toMatchObject({
      kind: 'service-error',
      error,
      status,
    });
  });
});

describe('an answer outside the protocol', () => {
  test.each([
    ['HTML with status 500', 500, '<html>Internal Server Error</html>'],
    ['HTML with status 200', 200, '<html>Welcome</html>'],
    ['truncated JSON', 200, '{"Policy":"{'],
    ['an error without a name', 400, '{"message":"no"}'],
    ['an error without a body', 400, ''],
    ['a redirection', 307, ''],
  ])('%s is an HTTP fault', async (_form, status, body) => {
    expect(await answeredWith(status, body)).toMatchObject({ kind: 'http-fault', status });
  });
});

describe('an endless answer', () => {
  test.each([
    ['an operation', operation],
    ['a raw request', requestOf(operation)],
  ])('to %s is an HTTP fault, and the rest of it is not read', async (_form, call) => {
    let written = 0;
    const target = await openTarget((_request, response) => {
      const chunk = Buffer.alloc(65_536, ' ');
      const flood = (): void => {
        do written += chunk.length;
        while (response.write(chunk));
      };
      response.on('drain', flood);
      flood();
    });
    const outcome = await sendCall(target, call, { deadlineMs: 60_000 });
    expect(outcome).toMatchObject({ kind: 'http-fault', status: 200, reason: expect.stringContaining('longer than') });
    // Some bytes may still be in the buffers of the system.
    expect(written).toBeLessThan(64 * 1_024 * 1_024);
  });
});

describe('a service that does not implement the operation', () => {
  test.each([
    ['status 501', 501, '{"__type":"NotImplementedException"}'],
    ['UnknownOperationException', 404, '{"__type":"UnknownOperationException"}'],
    ['InvalidAction', 400, '{"__type":"InvalidAction","message":"no"}'],
    ['a text', 500, '{"__type":"InternalFailure","message":"GetPolicy is not yet implemented"}'],
  ])('may say so by %s', async (_form, status, body) => {
    expect(await answeredWith(status, body)).toMatchObject({ kind: 'not-implemented' });
  });

  test('does not say so by the message of an error with another name', async () => {
    const body = '{"__type":"InvalidPolicyException","message":"not implemented"}';
    expect(await answeredWith(400, body)).toMatchObject({ kind: 'service-error' });
  });
});

describe('no answer', () => {
  test('from a port on which nothing listens is a transport error', async () => {
    const target = await openTarget(() => {});
    opened[0]?.server.close();
    expect(await target.call(operation, { deadlineMs: 5_000 })).toMatchObject({ kind: 'transport-error' });
  });

  test('because the connection was reset is a transport error', async () => {
    const target = await openTarget((request) => request.socket.resetAndDestroy());
    expect(await target.call(operation, { deadlineMs: 5_000 })).toMatchObject({ kind: 'transport-error' });
  });

  test.each([
    ['at all', (): void => {}],
    ['after the headers', (response: ServerResponse): void => response.flushHeaders()],
  ])('within the deadline %s is a timeout', async (_when, answer) => {
    const target = await openTarget((_request, response) => answer(response));
    expect(await target.call(operation, { deadlineMs: 100 })).toEqual({ kind: 'timeout', deadlineMs: 100 });
  });

  test('before the connection broke in the middle of a body is a transport error of one line', async () => {
    const target = await openTarget((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{');
      setImmediate(() => response.destroy());
    });
    expect(await target.call(operation, { deadlineMs: 5_000 })).toMatchObject({
      kind: 'transport-error',
      reason: expect.stringMatching(/^.*ECONNRESET.*$/),
    });
  });

  test('before an interruption is a transport error', async () => {
    const controller = new AbortController();
    const target = await openTarget(() => controller.abort());
    expect(await target.call(operation, { deadlineMs: 5_000, signal: controller.signal })).toMatchObject({
      kind: 'transport-error',
    });
  });
});

test('every call is one request, even if the answer suggests a retry', async () => {
  let requests = 0;
  const target = await openTarget((_request, response) => {
    requests += 1;
    response.writeHead(503).end('{"__type":"ServiceUnavailable"}');
  });
  await target.call(operation, { deadlineMs: 5_000 });
  expect(requests).toBe(1);
});

test('a call is signed only with the given key, regardless of the environment', async () => {
  const before = process.env['AWS_ACCESS_KEY_ID'];
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIDFROMENVIRONMENT';
  let authorization = '';
  const target = await openTarget((request, response) => {
    authorization = request.headers.authorization ?? '';
    response.end('{}');
  });
  await target.call(operation, { deadlineMs: 5_000 });
  if (before === undefined) delete process.env['AWS_ACCESS_KEY_ID'];
  else process.env['AWS_ACCESS_KEY_ID'] = before;
  expect(authorization).toMatch(/Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/acm-pca\/aws4_request/);
});

describe('a raw request', () => {
  const raw = requestOf(operation);

  /** What arrives of the request. */
  async function arrivalOf(request: RawRequest): Promise<string> {
    let arrived = '';
    const target = await openTarget((incoming, response) => {
      const { 'x-amz-target': name, 'content-type': type } = incoming.headers;
      arrived = [incoming.method, incoming.url, String(name), String(type), ''].join(' ');
      incoming.on('data', (chunk) => {
        arrived += String(chunk);
      });
      incoming.on('end', () => response.end('{}'));
    });
    await sendCall(target, request, { deadlineMs: 5_000 });
    return arrived;
  }

  async function rawAnswer(status: number, body: string, headers: Record<string, string> = {}): Promise<Outcome> {
    const target = await openTarget((_request, response) => response.writeHead(status, headers).end(body));
    return sendCall(target, raw, { deadlineMs: 5_000 });
  }

  test('arrives unchanged', async () => {
    const body = '{"ResourceArn":"arn:aws:acm-pca:us-east-1:1:x"}';
    expect(await arrivalOf(raw)).toBe(`POST / ACMPrivateCA.GetPolicy application/x-amz-json-1.1 ${body}`);
    const odd: RawRequest = { kind: 'RawRequest', input: { method: 'PUT', path: '/policies', body: '\u00e9{' } };
    expect(await arrivalOf(odd)).toBe('PUT /policies undefined undefined \u00e9{');
    expect(await arrivalOf({ ...odd, input: { ...odd.input, method: 'GET', body: '' } })).toContain('GET /policies');
  });

  test('is signed with the given key', async () => {
    let authorization = '';
    const target = await openTarget((request, response) => {
      authorization = request.headers.authorization ?? '';
      response.end();
    });
    await sendCall(target, raw, { deadlineMs: 5_000 });
    expect(authorization).toMatch(/Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/acm-pca\/aws4_request/);
    expect(authorization).toMatch(/SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target/);
  });

  test.each([
    ['a name in the body', '{"__type":"InvalidPolicyException"}', {}],
    ['a namespace and a URL', '{"__type":"com.amazonaws.acmpca#InvalidPolicyException:http://x/#y"}', {}],
    ['a name in the header', '', { 'x-amzn-errortype': 'InvalidPolicyException:http://x/' }],
    ['a name in the header of a page', '<html>', { 'x-amzn-errortype': 'InvalidPolicyException' }],
  ])('is answered with an error by %s', async (_form, body, headers) => {
    const outcome = await rawAnswer(400, body, headers);
    expect(outcome).toMatchObject({ kind: 'service-error', error: 'InvalidPolicyException', answer: { body } });
  });

  test('is answered with an error even if its operation is unknown', async () => {
    const body = '{"__type":"UnknownOperationException"}';
    expect(await rawAnswer(404, body)).toMatchObject({ kind: 'service-error', error: 'UnknownOperationException' });
  });

  test.each([
    [400, '{"message":"no"}'],
    [400, '{"__type":1}'],
    [400, '{"__type":""}'],
    [500, '<html>'],
    [307, ''],
    [200, '<html>'],
    [200, 'null'],
    [200, '[]'],
  ])('may be answered outside the protocol, with status %i and %s', async (status, body) => {
    expect(await rawAnswer(status, body)).toMatchObject({ kind: 'http-fault', status });
  });

  test.each([
    [501, ''],
    [500, '{"__type":"InternalFailure","message":"not yet implemented"}'],
  ])('may not be implemented, by status %i and "%s"', async (status, body) => {
    expect(await rawAnswer(status, body)).toMatchObject({ kind: 'not-implemented' });
  });

  test('has no answer if the body is endless', async () => {
    expect(await rawAnswer(200, `"${' '.repeat(1_024 * 1_024)}"`)).toMatchObject({ kind: 'http-fault', status: 200 });
  });

  test.each([
    ['is reset', (response: ServerResponse): unknown => response.socket?.resetAndDestroy(), 'transport-error'],
    ['ends within the body', cutShort, 'transport-error'],
    ['says nothing', (): void => {}, 'timeout'],
    ['ends with its headers', (response: ServerResponse): void => response.flushHeaders(), 'timeout'],
  ])('has no answer if the connection %s', async (_how, answer, kind) => {
    const target = await openTarget((_request, response) => void answer(response));
    expect(await sendCall(target, raw, { deadlineMs: 200 })).toMatchObject({ kind });
  });

  test('reuses its connection', async () => {
    const sockets = new Set<unknown>();
    const target = await openTarget((request, response) => {
      sockets.add(request.socket);
      response.end('{}');
    });
    for (let count = 0; count < 5; count += 1) await sendCall(target, raw, { deadlineMs: 5_000 });
    expect(sockets.size).toBe(1);
  });

  test('cannot reach a target without a URL', async () => {
    const target = await openTarget(() => {});
    const { sendRaw: _none, ...withoutUrl } = target;
    expect(await sendCall(withoutUrl, raw, { deadlineMs: 5_000 })).toMatchObject({ kind: 'not-implemented' });
  });
});

function cutShort(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{');
  setImmediate(() => response.destroy());
}

describe('a connection that the server closed while it was idle', () => {
  const raw = requestOf({ kind: 'GetPolicy', input: operation.input });

  /** Answers the first `answered` requests of each connection, and resets it at the next one. */
  async function openResetting(
    answered: number,
  ): Promise<{ readonly target: Target; readonly connections: () => number }> {
    const counts = new Map<unknown, number>();
    const target = await openTarget((request, response) => {
      const count = (counts.get(request.socket) ?? 0) + 1;
      counts.set(request.socket, count);
      if (count > answered) request.socket.resetAndDestroy();
      else response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{"Policy":"{}"}');
    });
    return { target, connections: () => counts.size };
  }

  test.each([
    ['an operation', operation],
    ['a raw request', raw],
  ])('is replaced for %s', async (_what, call) => {
    const { target, connections } = await openResetting(1);
    for (let count = 1; count <= 3; count += 1) {
      expect(await sendCall(target, call, { deadlineMs: 5_000 })).toMatchObject({ kind: 'success' });
    }
    expect(connections()).toBe(3);
  });

  test('is replaced only once', async () => {
    const { target, connections } = await openResetting(0);
    expect(await target.call(operation, { deadlineMs: 5_000 })).toMatchObject({ kind: 'transport-error' });
    expect(connections()).toBe(1);
  });
});

describe.each(['own', 'sdk'] as const)('calls of principals by the client %s', (client) => {
  test('are signed with their keys and carry their headers', async () => {
    const seen: string[] = [];
    const server = createServer(({ headers }, response) => {
      const { authorization = '', 'x-amz-security-token': token, 'x-account': account } = headers;
      const key = /Credential=([^/]+)/.exec(authorization)?.[1];
      const isSigned = /SignedHeaders=[^,]*\bx-account\b/.test(authorization);
      seen.push([key, token, account, isSigned].join(' '));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const own = { accessKeyId: 'OWNER', secretAccessKey: 'example' };
    const target = createEndpointTarget({
      name: 'principals',
      url: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: own,
      client,
      principals: {
        accesses: {
          grantee: {
            facts: { account: '444455556666' },
            credentials: async () => ({ accessKeyId: 'GRANTEE', secretAccessKey: 'x', sessionToken: 'token' }),
          },
          third: { facts: { account: '777788889999' }, credentials: own, headers: { 'x-account': '777788889999' } },
        },
      },
    });
    opened.push({ server, target });
    for (const as of [undefined, 'owner', 'grantee', 'third'] as const) {
      await target.call(operation, { deadlineMs: 5_000, as });
    }
    const raw: RawRequest = requestOf(operation);
    await sendCall(target, raw, { deadlineMs: 5_000, as: 'grantee' });
    expect(seen).toEqual([
      'OWNER   false',
      'OWNER   false',
      'GRANTEE token  false',
      'OWNER  777788889999 true',
      'GRANTEE token  false',
    ]);
    expect(target.principals).toEqual({
      grantee: { account: '444455556666' },
      third: { account: '777788889999' },
    });
  });
});
