// An emulator behind a server that bends its answers on their way to the client.

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { startReference } from './reference-emulator.js';

export interface Asked {
  readonly operation: string;
  readonly body: string;
  readonly isHandMade: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server makes of the right answer; `forward` asks the emulator behind it something else. */
export type Bend = (right: Answered, asked: Asked, forward: Forward) => Answered | Promise<Answered>;

type Forward = (operation: string, body: string) => Promise<Answered>;

export interface BentServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startBent(bend: Bend): Promise<BentServer> {
  const behind = await startReference();
  const forward = async (target: string, body: string): Promise<Answered> => {
    // Signatures cover the address of the server in front, so the one behind must not ask for them.
    const response = await fetch(behind.url, { method: 'POST', headers: { 'x-amz-target': target }, body });
    return { status: response.status, headers: {}, body: await response.text() };
  };
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const asked = await readAsked(request);
      const right = await forward(String(request.headers['x-amz-target']), asked.body);
      const { status, headers, body } = await bend(right, asked, (name, more) => forward(`ACMPrivateCA.${name}`, more));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...headers }).end(body);
    };
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
      await behind.close();
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  return {
    operation: String(request.headers['x-amz-target']).replace('ACMPrivateCA.', ''),
    body: await text(request),
    isHandMade: request.headers['user-agent'] === undefined,
  };
}
