// A service on this machine for `driver check`: it stores policies unchanged, rejects one, and records every request.

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { membersOfCbor } from '../api/cbor/read-cbor.js';
import { writeCbor } from '../api/cbor/write-cbor.js';
import { cborContentType, cborProtocolId, readCborPath, type Protocol } from '../api/protocol.js';

export interface PracticeRequest {
  readonly protocol: Protocol;
  /** As the header X-Amz-Target or the path names it. */
  readonly operation: string;
  /** The members of the body; none if it cannot be read. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

/** Its members are sent in the protocol of the request. */
export type PracticeAnswer = { readonly status: number } & (
  { readonly contentType: string; readonly body: string } | { readonly members?: Readonly<Record<string, string>> }
);

export type Respond = (request: PracticeRequest) => PracticeAnswer | Promise<PracticeAnswer>;

export interface PracticeService {
  readonly url: string;
  /** The requests since the last call of this function. */
  takeRequests(): readonly PracticeRequest[];
  /** Sets the function that answers; without one, the default is restored. */
  respondWith(respond?: Respond): void;
  close(): Promise<void>;
}

/** The policy that is rejected. */
export const refusedPolicy = 'no policy at all';

/** The message of its errors, and the id of every request. */
export const practiceMessage = 'This is what the service said: "<&>" \u00e9.';
export const practiceRequestId = '11111111-2222-4333-8444-555555555555';

const maxBodyBytes = 4 * 1_024 * 1_024;

export async function startPracticeService(): Promise<PracticeService> {
  const policies = keepPolicies();
  let respond: Respond = policies;
  let requests: PracticeRequest[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await receive(incoming);
    requests.push(request);
    send(outgoing, request.protocol, await respond(request));
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A listening socket has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    respondWith(other = policies) {
      respond = other;
    },
    async close() {
      server.close();
      // Also connections whose requests are never answered.
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<PracticeRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error('The body is too long.');
    chunks.push(chunk);
  }
  const { headers, url = '' } = incoming;
  const body = Buffer.concat(chunks);
  if (headers['smithy-protocol'] !== undefined) {
    const operation = readCborPath(url)?.operation ?? '';
    return { protocol: 'cbor', operation, input: membersOfCbor(body) ?? {}, headers };
  }
  const operation = String(headers['x-amz-target'] ?? '').replace(/^ACMPrivateCA\./, '');
  return { protocol: 'json', operation, input: membersIn(body.toString('utf8')), headers };
}

function membersIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function send(outgoing: ServerResponse, protocol: Protocol, answer: PracticeAnswer): void {
  const { contentType, body, headers } = 'body' in answer ? { ...answer, headers: {} } : written[protocol](answer);
  outgoing.writeHead(answer.status, {
    ...headers,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': practiceRequestId,
  });
  outgoing.end(body);
}

const written = {
  json: ({ members }) => ({
    contentType: 'application/x-amz-json-1.1',
    body: members === undefined ? '' : JSON.stringify(members),
    headers: {},
  }),
  cbor: ({ members }) => ({
    contentType: cborContentType,
    body: members === undefined ? '' : writeCbor(members),
    headers: { 'smithy-protocol': cborProtocolId },
  }),
} as const satisfies Readonly<
  Record<Protocol, (answer: { readonly members?: Readonly<Record<string, string>> }) => object>
>;

/** An error in the documented form. */
export function practiceError(name: string, status = 400): PracticeAnswer {
  return { status, members: { __type: name, message: practiceMessage } };
}

function keepPolicies(): Respond {
  const policies = new Map<string, string>();
  return ({ operation, input }) => {
    const arn = input['ResourceArn'];
    const policy = input['Policy'];
    if (typeof arn !== 'string') return practiceError('ValidationException');
    switch (operation) {
      case 'PutPolicy':
        if (typeof policy !== 'string') return practiceError('ValidationException');
        if (policy === refusedPolicy) return practiceError('InvalidPolicyException');
        policies.set(arn, policy);
        return { status: 200 };
      case 'DeletePolicy':
        policies.delete(arn);
        return { status: 200 };
      case 'GetPolicy': {
        const kept = policies.get(arn);
        return kept === undefined
          ? practiceError('ResourceNotFoundException')
          : { status: 200, members: { Policy: kept } };
      }
      default:
        return practiceError('UnknownOperationException');
    }
  };
}
