// Serves a null implementation over HTTP, for the selftest.

import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { readCborPath } from '../../api/protocol.js';
import type { Service } from '../../api/service.js';
import { newestModelRevision } from '../../api/service-model.js';
import type { NullAnswer, NullImplementation, Reflex } from './null-implementations.js';
import { startEmulator, type Emulator } from '../../emulator/emulator.js';
import { builtinService } from '../../run/session/open-target.js';
import { defaults } from '../../run/session/run-config.js';

export interface NullServer {
  readonly url: string;
  close(): Promise<void>;
}

/** On a free port of the loopback interface. */
export async function startNullServer({ behaviour }: NullImplementation): Promise<NullServer> {
  const { service, caller } = builtinService(defaults.target.region, newestModelRevision);
  const start = (mutated: Service<unknown>): Promise<Emulator> =>
    startEmulator({ service: mutated, ...caller, nowMs: () => Date.now() });
  switch (behaviour.kind) {
    case 'memory':
      return start(behaviour.mutate(service));
    case 'everything':
      return startReflexes(behaviour.reflex);
    case 'policies':
      return startReflexes(behaviour.reflex, await start(service));
    default:
      return behaviour satisfies never;
  }
}

/** Answers by the reflex; calls that are not policy operations go to the server behind, if there is one. */
async function startReflexes(reflex: Reflex, behind?: NullServer): Promise<NullServer> {
  let count = 0;
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await text(request);
      if (behind !== undefined && !namesPolicyOperation(request)) {
        forward(behind.url, request, body, response);
        return;
      }
      send(reflex({ body, count }), request, response);
      count += 1;
    };
    // The request of a client that gave up ends in the middle of its body.
    answer().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await behind?.close();
    },
  };
}

function namesPolicyOperation({ headers, url = '' }: IncomingMessage): boolean {
  const named = readCborPath(url)?.operation ?? String(headers['x-amz-target']).replace(/^ACMPrivateCA\./, '');
  return /^(Put|Get|Delete)Policy$/.test(named);
}

function forward(url: string, { method, url: path, headers }: IncomingMessage, body: string, to: ServerResponse): void {
  const asked = httpRequest(new URL(path ?? '/', url), { method, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
  });
  asked.on('error', () => to.destroy());
  asked.end(body);
}

function send(answer: NullAnswer, { socket }: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'reply':
      response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
      return;
    case 'bytes':
      socket.end(answer.bytes);
      return;
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'silence':
      return;
    default:
      answer satisfies never;
  }
}
