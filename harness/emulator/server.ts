// The HTTP server: it limits connections and requests, and lets pending requests finish when it closes.

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { HttpAnswer } from '../api/http-answer.js';
import { RequestFault } from './failure.js';
import { createBodyReader, type BodyLimits } from './request-body.js';
import { internalFailure, protocolOf, writeFailure } from './wire.js';
import type { RequestParts } from './wire-protocol.js';

export interface Limits extends BodyLimits {
  /** The time-out for the headers of a request. */
  readonly headersTimeoutMs: number;
  /** The time-out for a complete request. */
  readonly requestTimeoutMs: number;
  /** The time-out of an idle connection. */
  readonly keepAliveTimeoutMs: number;
  /** The time-out for pending requests when the server closes. */
  readonly drainTimeoutMs: number;
}

/** RequestEntityTooLargeException has no documented size; 10 MB is far above the largest input of the service. */
const defaultLimits: Limits = {
  bodyBytes: 10 * 1_024 * 1_024,
  totalBodyBytes: 512 * 1_024 * 1_024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  keepAliveTimeoutMs: 65_000,
  drainTimeoutMs: 5_000,
};

export interface ReceivedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 for a free port. */
  readonly port: number;
  /** Enables HTTPS. Texts in PEM. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Answers a request. A RequestFault gives its own error, any other exception InternalFailure. */
  readonly answer: (request: ReceivedRequest) => Promise<HttpAnswer>;
}

export interface RunningServer {
  readonly port: number;
  /** Accepts no more connections, lets pending requests finish, and resolves when everything is closed. */
  close(): Promise<void>;
}

/** Rejects with the system's error if the port is not available. */
export async function startServer({ host, port, tls, limits: given, answer }: ServerOptions): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...given };
  const readBody = createBodyReader(limits);
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  const options = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, 1_000),
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    const id = randomUUID();
    readBody(request)
      .then((body) =>
        answer({ id, method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }),
      )
      .catch((error: unknown) => replyToError(error, request))
      .then((reply) => send(response, reply, { id, isLast: isClosing || !request.complete }))
      .catch(() => response.destroy());
  };
  const server: Server =
    tls === undefined ? createServer(options, listener) : createTlsServer({ ...options, ...tls }, listener);
  server.on('clientError', refuseConnection);
  await listen(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => {
      isClosing = true;
      return drain(server, underWay, limits.drainTimeoutMs);
    },
  };
}

/** The parts of a request that identify the operation. */
export function partsOf({ method, url, headers, body }: ReceivedRequest): RequestParts {
  return {
    method,
    path: pathOf(url),
    target: headers['x-amz-target']?.toString(),
    otherTarget: headers['x-amzn-target']?.toString(),
    smithyProtocol: headers['smithy-protocol']?.toString(),
    contentType: headers['content-type'],
    body,
  };
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function replyToError(error: unknown, { url = '', headers }: IncomingMessage): HttpAnswer {
  const protocol = protocolOf({ path: pathOf(url), smithyProtocol: headers['smithy-protocol']?.toString() });
  return writeFailure(error instanceof RequestFault ? error : internalFailure, protocol);
}

function send(
  response: ServerResponse,
  { status, headers, body, cbor }: HttpAnswer,
  { id, isLast }: { readonly id: string; readonly isLast: boolean },
): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'x-amzn-RequestId': id,
    ...headers,
    'content-length': cbor?.bytes.length ?? Buffer.byteLength(body),
    ...(isLast ? { connection: 'close' } : {}),
  });
  response.end(cbor?.bytes ?? body);
}

const statusTexts: Readonly<Record<string, readonly [status: string, error: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'MalformedHttpRequestException',
    'The headers are too long.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'RequestTimeoutException', 'The request took too long to arrive.'],
};

/** Invalid HTTP and time-outs are answered if possible, and the connection is closed. */
function refuseConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, name, message] = statusTexts[error.code ?? ''] ?? [
    '400 Bad Request',
    'MalformedHttpRequestException',
    'The request is not HTTP.',
  ];
  const { body, headers } = writeFailure({ error: name, status: 400, message });
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${status}\r\nx-amzn-RequestId: ${randomUUID()}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    // Destroyed, because a client might never close its side.
    () => socket.destroy(),
  );
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 4_096 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function drain(server: Server, underWay: ReadonlySet<ServerResponse>, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    // Connections without a complete request have nothing to finish.
    const closeWhenDone = (): void => {
      if (underWay.size === 0) server.closeAllConnections();
    };
    for (const response of underWay) response.once('close', () => setImmediate(closeWhenDone));
    closeWhenDone();
  });
}
