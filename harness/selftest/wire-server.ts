// Hosts a wire behind a real socket, so that what is judged in process can also be judged through the SDK.

import { setTimeout as delay } from 'node:timers/promises';
import { readCborPath } from '../api/protocol.js';
import type { Wire, WireRequest } from '../api/wire.js';
import { startServer, type ReceivedRequest } from '../emulator/server.js';

export interface WireServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback interface. Signatures are not verified. */
export async function startWireServer(wire: Wire): Promise<WireServer> {
  const host = '127.0.0.1';
  const server = await startServer({
    host,
    port: 0,
    answer: async (received) => {
      const { tookMs = 0, ...answer } = wire(requestFrom(received), Date.now(), undefined);
      await delay(tookMs);
      return answer;
    },
  });
  return { url: `http://${host}:${server.port}`, close: () => server.close() };
}

function requestFrom({ method, url, headers, body }: ReceivedRequest): WireRequest {
  return {
    // The suite sends no other method than these.
    method: method === 'GET' || method === 'PUT' ? method : 'POST',
    path: url,
    target: headers['x-amz-target']?.toString(),
    otherTarget: headers['x-amzn-target']?.toString(),
    contentType: headers['content-type'],
    smithyProtocol: headers['smithy-protocol']?.toString(),
    accept: headers['accept'],
    ...(readCborPath(url) === undefined || body.length === 0
      ? { body: body.toString('utf8') }
      : { body: '', cbor: { raw: body.toString('hex') } }),
  };
}
