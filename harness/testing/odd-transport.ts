// The reference service behind unusual HTTP, each time in a way that HTTP permits.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpAnswer } from '../api/http-answer.js';
import type { WireRequest } from '../api/wire.js';
import { wireOf } from '../selftest/selftest-target.js';

export interface OddTransport {
  readonly title: string;
  readonly send: (response: ServerResponse, answer: HttpAnswer) => Promise<void>;
}

export const oddTransports: readonly OddTransport[] = [
  {
    title: 'names of headers in capitals',
    send: async (response, { status, headers, body }) => {
      const capitals = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]);
      response.writeHead(status, Object.fromEntries([...capitals, ['CONTENT-LENGTH', Buffer.byteLength(body)]]));
      response.end(body);
    },
  },
  {
    title: 'bodies in chunks, and a trailer after them',
    send: async (response, { status, headers, body }) => {
      response.writeHead(status, { ...headers, trailer: 'x-checked', 'transfer-encoding': 'chunked' });
      for (let begin = 0; begin < body.length; begin += 7_000) response.write(body.slice(begin, begin + 7_000));
      response.addTrailers({ 'x-checked': 'yes' });
      response.end();
    },
  },
  {
    title: 'a connection that is closed after each answer',
    send: async (response, { status, headers, body }) => {
      response.writeHead(status, { ...headers, connection: 'close' });
      response.end(body);
    },
  },
  {
    title: 'an early hint before the answer, and a pause in its middle',
    send: async (response, { status, headers, body }) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, 1));
      await delay(2);
      response.end(body.slice(1));
    },
  },
];

/** Listens on a free port of the loopback interface. */
export async function startOddTransport({ send }: OddTransport): Promise<{ url: string; close: () => Promise<void> }> {
  const wire = wireOf({ mutate: (service) => service });
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => send(response, wire(read, Date.now(), undefined)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method, url = '/', headers } = request;
  return {
    method: method === 'GET' || method === 'PUT' ? method : 'POST',
    path: url,
    target: headers['x-amz-target']?.toString(),
    contentType: headers['content-type'],
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
