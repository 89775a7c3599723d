// The scripted service: what it records, and what it sends.

import { connect } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import type { Script } from '../api/sdk-case.js';
import { systemClock } from '../run/session/clock.js';
import { startScriptedService, type ScriptedService } from './scripted-service.js';

const started: ScriptedService[] = [];
afterAll(async () => {
  await Promise.all(started.map((service) => service.close()));
});

async function serve(...script: Script): Promise<ScriptedService> {
  const service = await startScriptedService({ clock: systemClock, wallMs: () => Date.UTC(2026, 0, 31, 23, 59, 59) });
  started.push(service);
  service.play(script, () => {});
  return service;
}

/** Everything that arrives on one connection, until it ends or as much has arrived as requested. */
function exchange(service: ScriptedService, bytes: string | Buffer, until = ''): Promise<string> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => void socket.write(bytes));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (until !== '' && text.includes(until)) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      text += `error ${error.code}`;
    });
    socket.on('close', () => resolve(text));
  });
}

const post = (body: string, ...headers: readonly string[]): string =>
  ['POST /?a=b HTTP/1.1', 'hOsT: x', ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');

describe('records', () => {
  test('the line, the headers in their order and case, the bytes of the body', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: 'done' });
    await exchange(service, post('{"\u00ff":1}', 'X-B: 2', 'x-a:   1', 'X-B: 3'), 'done');
    const [request] = service.requests();
    expect(request?.requestLine).toBe('POST /?a=b HTTP/1.1');
    expect(request?.headers).toEqual([
      ['hOsT', 'x'],
      ['X-B', '2'],
      ['x-a', '1'],
      ['X-B', '3'],
      ['Content-Length', '8'],
    ]);
    expect(Buffer.from(request?.body ?? []).toString('hex')).toBe(Buffer.from('{"\u00ff":1}').toString('hex'));
    expect(request?.previousReplyAtMs).toBeNull();
  });

  test('on which connection it came, and clears it for the next case', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: 'end' });
    await exchange(service, post('1'), 'end');
    await exchange(service, post('2') + post('3'), 'endHTTP');
    expect(service.requests().map(({ connection }) => connection)).toEqual([0, 1, 1]);
    expect(service.connections()).toBe(2);
    service.play([{ kind: 'answer', status: 200, body: '' }], () => {});
    expect(service.requests()).toEqual([]);
    expect(service.connections()).toBe(0);
  });
});

describe('sends', () => {
  test('status, headers and body as they are written, without a date', async () => {
    const service = await serve({
      kind: 'answer',
      status: 418,
      headers: { 'x-AMZN-b': '1', 'content-type': null },
      body: '\u00e9',
    });
    const answer = await exchange(service, post(''), '\u00c3\u00a9');
    expect(answer).toMatch(/^HTTP\/1\.1 418 /);
    expect(answer).toContain('\r\nx-AMZN-b: 1\r\nContent-Length: 2\r\n');
    expect(answer).not.toMatch(/^date:/im);
  });

  test('the date of another clock', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: 'x', clockOffsetMs: 1_000 });
    expect(await exchange(service, post(''), '\r\n\r\nx')).toContain('Date: Sun, 01 Feb 2026 00:00:00 GMT\r\n');
  });

  test('chunks', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: 'abcde', chunkBytes: 2 });
    const answer = await exchange(service, post(''), '\r\n0\r\n\r\n');
    expect(answer).toContain('Transfer-Encoding: chunked');
    expect(answer).toContain('\r\n2\r\nab\r\n2\r\ncd\r\n1\r\ne\r\n0\r\n');
  });

  test('a body that is shorter than announced, and the end of the connection', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: 'abcdefg', missingBytes: 4 });
    const answer = await exchange(service, post(''));
    expect(answer).toContain('Content-Length: 7\r\n');
    expect(answer.endsWith('\r\n\r\nabc')).toBe(true);
  });

  const inCbor = (input: string): Buffer => {
    const body = Buffer.from(input, 'hex');
    const head = [
      'POST /base/service/ACMPrivateCA/operation/GetPolicy HTTP/1.1',
      'Host: x',
      'Smithy-Protocol: rpc-v2-cbor',
      `Content-Length: ${body.length}`,
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  };
  /** `{"ResourceArn": "a"}` */
  const input = 'a16b5265736f7572636541726e6161';

  test('members and errors in the protocol of each request', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: { members: { Policy: '{{arn}}' } } });
    const ofJson = await exchange(service, post('{"ResourceArn":"a"}'), '"}');
    expect(ofJson).toMatch(/\r\nContent-Type: application\/x-amz-json-1\.1\r\n[^]*\r\n\r\n\{"Policy":"a"\}$/);
    expect(ofJson).not.toMatch(/smithy-protocol/i);
    const ofCbor = await exchange(service, inCbor(input), 'ya');
    expect(ofCbor).toContain('\r\nSmithy-Protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\n');
    expect(ofCbor.endsWith('\r\n\r\n\u00a1fPolicyaa')).toBe(true);
    service.play([{ kind: 'answer', status: 400, body: { error: 'X', members: {} } }], () => {});
    expect(await exchange(service, post('{}'), '"}')).toContain('{"__type":"X"}');
    expect(await exchange(service, inCbor(input), '#X')).toContain('com.amazonaws.acmpca#X');
  });

  test('exact bytes, and no type beside an empty body in CBOR', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: { cbor: { raw: 'bfff' } } });
    expect((await exchange(service, inCbor(input), '\u00ff')).endsWith('\r\n\r\n\u00bf\u00ff')).toBe(true);
    service.play([{ kind: 'answer', status: 200, body: '' }], () => {});
    const empty = await exchange(service, inCbor(input), '\r\n\r\n');
    expect(empty).toContain('Smithy-Protocol: rpc-v2-cbor');
    expect(empty).not.toContain('Content-Type');
  });

  test('the ARN of the request, escaped', async () => {
    const service = await serve({ kind: 'answer', status: 200, body: '{"Policy":"{{arn}}"}' });
    expect(await exchange(service, post('{"ResourceArn":"a\\"b"}'), '"}')).toContain('{"Policy":"a\\"b"}');
  });

  test('one reply after the other, and the last one again', async () => {
    const service = await serve(
      { kind: 'answer', status: 200, body: 'one;' },
      { kind: 'answer', status: 200, body: 'two;' },
    );
    const answers = [];
    for (const each of ['1', '2', '3']) answers.push((await exchange(service, post(each), ';')).slice(-4));
    expect(answers).toEqual(['one;', 'two;', 'two;']);
  });

  test.for(['before-reading', 'after-reading'] as const)('a reset %s', async (when) => {
    const service = await serve({ kind: 'reset', when }, { kind: 'answer', status: 200, body: 'done' });
    expect(await exchange(service, post('1'))).toMatch(/^error E(CONNRESET|PIPE)$/);
    expect(service.requests()).toHaveLength(when === 'before-reading' ? 0 : 1);
    expect(await exchange(service, post('2'), 'done')).toContain('done');
  });

  test('nothing, and then the end of the connection', async () => {
    const service = await serve({ kind: 'silence', holdMs: 20 });
    expect(service.hasLetGo()).toBe(false);
    expect(await exchange(service, post('1'))).toBe('');
    expect(service.hasLetGo()).toBe(true);
  });
});
