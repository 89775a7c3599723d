// A server on the loopback interface that hosts a service in AWS Private CA's wire format, with the faults of a network.

import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Service } from '../api/service.js';
import { RequestFault } from '../emulator/failure.js';
import { readOperation } from '../emulator/wire.js';
import type { CertificateAuthority, ServiceState } from '../model/state/state.js';
import { wellBehaved } from './odd-services.js';

export interface FakeServiceOptions {
  /** The service that answers; by default the reference service. */
  readonly service?: Service<ServiceState>;
  /** How long each answer takes. */
  readonly delayMs?: number;
  /** Takes every call and answers none. */
  readonly silent?: boolean;
  /** Answers every call with status 500 and this HTML. */
  readonly page?: string;
  /** The operation that is never answered. */
  readonly hangs?: string;
  /** The operation that is answered with a body that does not end. */
  readonly floods?: string;
  /** Answers the policy operations instead of the service. */
  readonly answersPolicyCalls?: (response: ServerResponse) => void;
  /** After so many calls it takes every call and answers none. */
  readonly hangsAfterCalls?: number;
  /** Which calls of an operation, counted from 1, end in a reset connection. */
  readonly resets?: (kind: string, count: number) => boolean;
  /** After so many calls it closes every connection and stops listening. */
  readonly diesAfterCalls?: number;
  /** Resets a connection that was idle for so long, without having announced it. */
  readonly closesIdleAfterMs?: number;
  /** The port; a free one if absent. */
  readonly port?: number;
}

export interface FakeService {
  readonly url: string;
  /** How many calls arrived. */
  callCount(): number;
  /** The maximum number of calls in progress at a time. */
  maxAtATime(): number;
  /** Every access key that a call was signed with. */
  accessKeys(): readonly string[];
  /** Every CA that was created, including deleted ones. */
  authorities(): readonly CertificateAuthority[];
  /** Resolves when so many calls have arrived. */
  reached(callCount: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startFakeService(options: FakeServiceOptions = {}): Promise<FakeService> {
  const {
    service = wellBehaved,
    delayMs = 0,
    silent = false,
    page,
    resets,
    hangs,
    floods,
    answersPolicyCalls,
    hangsAfterCalls = Infinity,
    diesAfterCalls = Infinity,
    closesIdleAfterMs,
    port = 0,
  } = options;
  const callsByKind = new Map<string, number>();
  const events = new EventEmitter();
  const accessKeys = new Set<string>();
  let state = service.initial;
  let calls = 0;
  let underWay = 0;
  let maxAtATime = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    calls += 1;
    accessKeys.add(/Credential=([^/]*)/.exec(request.headers.authorization ?? '')?.[1] ?? 'none');
    events.emit('call');
    if (calls > diesAfterCalls) {
      stopListening();
      return;
    }
    if (silent || calls > hangsAfterCalls) return;
    if (page !== undefined) {
      response.writeHead(500, { 'content-type': 'text/html' }).end(page);
      return;
    }
    const kind = kindOf(request);
    callsByKind.set(kind, (callsByKind.get(kind) ?? 0) + 1);
    if (resets?.(kind, callsByKind.get(kind) ?? 0) === true) {
      request.socket.resetAndDestroy();
      return;
    }
    if (kind === hangs) return;
    if (answersPolicyCalls !== undefined && isPolicyCall(kind)) {
      answersPolicyCalls(response);
      return;
    }
    if (kind === floods) {
      flood(response);
      return;
    }
    await delay(delayMs);
    const operation = readRequest(request, body);
    if (operation instanceof RequestFault) {
      const { error, status, message } = operation;
      sendOutcome(response, { kind: 'service-error', error, status, message });
      return;
    }
    const { outcome, next } = service.step(state, operation);
    state = next;
    sendOutcome(response, outcome);
  };
  const idle = new Map<Socket, NodeJS.Timeout>();
  const server = createServer((request, response) => {
    const { socket } = request;
    clearTimeout(idle.get(socket));
    response.once('finish', () => {
      if (closesIdleAfterMs !== undefined)
        idle.set(
          socket,
          setTimeout(() => socket.resetAndDestroy(), closesIdleAfterMs),
        );
    });
    // The request of a caller that gave up ends in the middle of its body.
    underWay += 1;
    maxAtATime = Math.max(maxAtATime, underWay);
    answer(request, response)
      .catch(() => response.destroy())
      .finally(() => {
        underWay -= 1;
      });
  });
  const stopListening = (): void => {
    server.close();
    server.closeAllConnections();
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    callCount: () => calls,
    maxAtATime: () => maxAtATime,
    accessKeys: () => [...accessKeys],
    authorities: () => [...state.authorities.values()],
    reached: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (calls < count) return;
          events.off('call', look);
          resolve();
        };
        events.on('call', look);
        look();
      }),
    async stop() {
      const closed = server.listening ? once(server, 'close') : undefined;
      stopListening();
      await closed;
    },
  };
}

/** A URL on which nothing listens: that of a closed server. */
export async function deadUrl(): Promise<string> {
  const service = await startFakeService();
  await service.stop();
  return service.url;
}

/** Writes until the client goes away. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, ' ');
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', write);
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
  write();
}

function isPolicyCall(kind: string): boolean {
  return ['PutPolicy', 'GetPolicy', 'DeletePolicy'].includes(kind);
}

function kindOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace(/^ACMPrivateCA\./, '');
}

function readRequest(request: IncomingMessage, body: string): Operation | RequestFault {
  try {
    return readOperation({
      method: request.method ?? '',
      path: request.url ?? '',
      target: request.headers['x-amz-target']?.toString(),
      body: Buffer.from(body),
    });
  } catch (error) {
    if (error instanceof RequestFault) return error;
    throw error;
  }
}

function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  const send = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(wireForm(body)));
  };
  switch (outcome.kind) {
    case 'success':
      send(200, outcome.output);
      break;
    case 'service-error':
      send(outcome.status, { __type: outcome.error, message: outcome.message ?? '' });
      break;
    default:
      throw new Error(`A service cannot answer with ${outcome.kind}.`);
  }
}

/** JSON 1.1 of AWS writes a time as seconds since 1970. */
function wireForm(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1_000;
  if (Array.isArray(value)) return value.map((each) => wireForm(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wireForm(member)]));
}
