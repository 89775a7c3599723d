// The emulator, the stand-in and the suite's own client answer or survive any bytes in CBOR, within the limits of JSON.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cborBytes } from '../api/cbor/cbor-bytes.js';
import { cborInput } from '../api/cbor/cbor-item.js';
import { membersOfCbor } from '../api/cbor/read-cbor.js';
import { cborPath } from '../api/protocol.js';
import { referenceService } from '../model/reference-service.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import { hostileItems } from '../testing/hostile-cbor.js';
import type { Emulator } from './emulator.js';
import { startStandIn } from './stand-in.js';
import { caller, credentials, startReference } from './testing/reference-emulator.js';

const headers = { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' };

function post({ url }: Pick<Emulator, 'url'>, body: Uint8Array): Promise<Response> {
  return fetch(`${url}${cborPath('GetPolicy')}`, { method: 'POST', headers, body });
}

/** A request that is read and then refused, because its CA does not exist. */
async function stillWorks(host: Pick<Emulator, 'url'>): Promise<boolean> {
  const answer = await post(host, cborBytes(cborInput({ ResourceArn: 'arn:aws:acm-pca:x' })));
  return /#(InvalidArnException|ResourceNotFoundException|ValidationException)$/.test(
    String(membersOfCbor(new Uint8Array(await answer.arrayBuffer()))?.['__type']),
  );
}

const limits = { bodyBytes: 10_000_000, totalBodyBytes: 20_000_000 };

describe.each([
  ['the emulator', () => startReference({ limits })],
  [
    'the stand-in',
    () => startStandIn({ service: referenceService(caller), nowMs: () => 0, ...caller, keepsQuotas: false, limits }),
  ],
])('%s', (_host, start) => {
  let host: Emulator;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());

  test.each(hostileItems)('refuses %s, and goes on', async (_title, item) => {
    const answer = await post(host, cborBytes({ map: [[{ text: 'Unknown' }, item]] }));
    expect(answer.status).toBe(400);
    expect(await stillWorks(host)).toBe(true);
  });

  test('refuses a body beyond its limit, and goes on', async () => {
    expect((await post(host, Buffer.alloc(limits.bodyBytes + 1))).status).toBe(413);
    expect(await stillWorks(host)).toBe(true);
  });

  test('answers any bytes', async () => {
    const head = fc.constantFrom(0x5f, 0x7f, 0x9f, 0xbf, 0x9b, 0xbb, 0x7b, 0xc1, 0xd8, 0xf8, 0xff);
    const bytes = fc.array(fc.oneof(head, fc.nat({ max: 255 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (drawn, isMember) => {
        const raw = Buffer.from(drawn);
        const body = isMember ? cborBytes({ map: [[{ text: 'X' }, { raw: raw.toString('hex') }]] }) : raw;
        const { status } = await post(host, body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the client', () => {
  let server: Server;
  let body: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(200, headers).end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each(hostileItems)('takes no policy from %s', async (_title, item) => {
    body = cborBytes({ map: [[{ text: 'Policy' }, item]] });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const target = createEndpointTarget({ name: url, url, region: caller.region, credentials });
    try {
      const read = { kind: 'GetPolicy', input: { ResourceArn: 'arn' } } as const;
      const outcome = await target.call(read, { deadlineMs: 30_000, protocol: 'cbor' });
      expect(outcome.kind).toBe('http-fault');
    } finally {
      await target.dispose();
    }
  });
});
