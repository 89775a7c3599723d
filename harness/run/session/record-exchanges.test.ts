// What is recorded on the wire: everything worth showing, nothing secret, and the received part of a body.

import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { HttpExchange } from '../../files/exchange.js';
import { requestOf, type ApiCall } from '../../api/raw-request.js';
import { sendCall } from '../../api/target.js';
import { createEndpointTarget } from '../../targets/endpoint.js';
import { systemClock } from './clock.js';
import { recordExchanges } from './record-exchanges.js';

const sessionToken = 'token-of-the-session';
const read = { kind: 'GetPolicy', input: { ResourceArn: 'arn:aws:x' } } as const;

/** The exchange of one call to a server with this answer. */
async function exchangeWith(answer: RequestListener, call: ApiCall = read): Promise<HttpExchange> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const recorded: HttpExchange[] = [];
  const target = createEndpointTarget({
    name: 'edge',
    url: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example', sessionToken },
  });
  const recording = recordExchanges(target, systemClock, (exchange) => recorded.push(exchange));
  await sendCall(recording, call, { deadlineMs: 500 });
  await target.dispose();
  server.closeAllConnections();
  server.close();
  const [exchange] = recorded;
  if (recorded.length !== 1 || exchange === undefined) throw new Error('There is not one exchange.');
  return exchange;
}

test.each([read, requestOf(read)])('a call and its answer, as they were ($kind)', async (call) => {
  const exchange = await exchangeWith((_request, response) => {
    response.setHeader('x-amzn-RequestId', 'one').setHeader('set-cookie', 'secret=1');
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end('{"__type":"InvalidArnException"}');
  }, call);
  expect(exchange).toMatchObject({
    operation: call.kind,
    outcome: 'InvalidArnException',
    request: { method: 'POST', path: '/', body: '{"ResourceArn":"arn:aws:x"}' },
    answer: { status: 400, headers: { 'x-amzn-requestid': 'one' }, body: '{"__type":"InvalidArnException"}' },
  });
  expect(exchange.request?.headers).toMatchObject({ 'x-amz-target': 'ACMPrivateCA.GetPolicy' });
  expect(exchange.answer?.headers).not.toHaveProperty('set-cookie');
});

test.each([read, requestOf(read)])(
  'no signature and no token, not even if the target echoes them ($kind)',
  async (call) => {
    let signature = '';
    const exchange = await exchangeWith((request, response) => {
      signature = /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      response.end(
        JSON.stringify({ Policy: [request.headers.authorization, request.headers['x-amz-security-token']] }),
      );
    }, call);
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(exchange)).not.toContain(signature);
    expect(JSON.stringify(exchange)).not.toContain(sessionToken);
    expect(exchange.request?.headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=.* Signature=\(not shown\)$/,
    );
  },
);

test('the part of a body that came in time', async () => {
  const exchange = await exchangeWith((_request, response) => {
    response.write('{"Policy": "begun');
  });
  expect(exchange).toMatchObject({ outcome: 'no answer in time', answer: { status: 200, body: '{"Policy": "begun' } });
});

test('a request without an answer', async () => {
  const exchange = await exchangeWith((request) => request.socket.destroy());
  expect(exchange).toMatchObject({ outcome: 'no answer', request: { method: 'POST' } });
  expect(exchange).not.toHaveProperty('answer');
});
