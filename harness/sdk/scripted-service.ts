// A loopback server that records every request byte for byte and answers from a script.
// harness/sdk hosts a script and judges drivers by it: it imports api, catalogue and run, and suites
// import it.

import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { RecordedRequest, Script, ScriptedReply } from '../api/sdk-case.js';
import type { Clock } from '../run/session/clock.js';
import { answerBody, answerHeaders, type ScriptedAnswer } from './scripted-answer.js';
import { memberOf, protocolOf } from './sent-request.js';

export interface ScriptedServiceOptions {
  /** If the service speaks HTTPS: its certificate and key, as PEM. */
  readonly tls?: { readonly certificate: string; readonly privateKey: string } | undefined;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
}

export interface ScriptedService {
  readonly url: string;
  /** Begins a case: clears its records, and answers from this script. */
  play(script: Script, onRequest: () => void): void;
  /** Of this case, in the order in which they were read. */
  requests(): readonly RecordedRequest[];
  /** How many were opened in this case. */
  connections(): number;
  /** Whether a silence has ended. */
  hasLetGo(): boolean;
  close(): Promise<void>;
}

export async function startScriptedService(options: ScriptedServiceOptions): Promise<ScriptedService> {
  const { tls, clock, wallMs } = options;
  const sockets = new Map<Socket, number>();
  const ended = new AbortController();
  // A hundred calls may be answered late at the same time.
  setMaxListeners(0, ended.signal);
  let connections = 0;
  let playing = begin([{ kind: 'answer', status: 500, body: '' }], () => {}, connections);

  const takeReply = (): ScriptedReply => {
    const reply = nextReply(playing);
    playing.taken += 1;
    return reply;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { requests, repliedAtMs, onRequest } = playing;
    const recorded: RecordedRequest = {
      connection: sockets.get(request.socket) ?? 0,
      atMs: clock.nowMs(),
      wallMs: wallMs(),
      previousReplyAtMs: repliedAtMs,
      requestLine: `${request.method} ${request.url} HTTP/${request.httpVersion}`,
      headers: pairsOf(request.rawHeaders),
      body,
    };
    requests.push(recorded);
    const reply = takeReply();
    onRequest();
    await send(reply, { request, response, recorded, clock, wallMs, signal: ended.signal });
    if (reply.kind === 'silence') playing.hasLetGo = true;
    playing.repliedAtMs = clock.nowMs();
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    // A client may end the connection at any time, which is not a fault of this server.
    handle(request, response).catch(() => request.socket.destroy());
  };
  const server =
    tls === undefined
      ? createServer(listener)
      : createTlsServer({ cert: tls.certificate, key: tls.privateKey }, listener);
  server.keepAliveTimeout = 60_000;
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    sockets.set(socket, connections);
    connections += 1;
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    const reply = nextReply(playing);
    if (reply.kind !== 'reset' || reply.when !== 'before-reading') return;
    takeReply();
    playing.repliedAtMs = clock.nowMs();
    resetConnection(socket);
  });
  server.on('tlsClientError', () => {
    connections += 1;
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    play(script, onRequest) {
      playing = begin(script, onRequest, connections);
    },
    requests: () => playing.requests,
    connections: () => connections - playing.connectionsBefore,
    hasLetGo: () => playing.hasLetGo,
    async close() {
      ended.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The state of the current case. */
interface Playing {
  readonly script: Script;
  readonly onRequest: () => void;
  readonly requests: RecordedRequest[];
  readonly connectionsBefore: number;
  taken: number;
  repliedAtMs: number | null;
  hasLetGo: boolean;
}

function begin(script: Script, onRequest: () => void, connectionsBefore: number): Playing {
  return { script, onRequest, requests: [], connectionsBefore, taken: 0, repliedAtMs: null, hasLetGo: false };
}

function nextReply({ script, taken }: Playing): ScriptedReply {
  return script[Math.min(taken, script.length - 1)] ?? script[0];
}

interface Sending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly recorded: RecordedRequest;
  readonly clock: Clock;
  readonly wallMs: () => number;
  readonly signal: AbortSignal;
}

async function send(reply: ScriptedReply, sending: Sending): Promise<void> {
  const { request, response, clock, signal } = sending;
  switch (reply.kind) {
    case 'silence':
      await clock.pause(reply.holdMs, signal);
      request.socket.destroy();
      return;
    case 'reset':
      resetConnection(request.socket);
      return;
    case 'answer':
      if (reply.delayMs !== undefined) await clock.pause(reply.delayMs, signal);
      await sendAnswer(reply, sending);
      return;
    default:
      response.end();
      reply satisfies never;
  }
}

async function sendAnswer(reply: ScriptedAnswer, { request, response, recorded, wallMs }: Sending): Promise<void> {
  const protocol = protocolOf(recorded);
  const body = answerBody(reply, { protocol, resourceArn: memberOf(recorded, 'ResourceArn') ?? '' });
  const { chunkBytes, missingBytes = 0, clockOffsetMs } = reply;
  const date = clockOffsetMs === undefined ? [] : ['Date', new Date(wallMs() + clockOffsetMs).toUTCString()];
  const length = chunkBytes === undefined ? ['Content-Length', String(body.length)] : [];
  response.sendDate = false;
  response.writeHead(reply.status, [...answerHeaders(reply, protocol).flat(), ...date, ...length]);
  if (missingBytes > 0) {
    await new Promise<void>((resolve) => {
      response.write(body.subarray(0, Math.max(0, body.length - missingBytes)), () => resolve());
    });
    request.socket.end();
    return;
  }
  if (chunkBytes !== undefined) writeChunks(response, body, chunkBytes);
  await new Promise<void>((resolve) => {
    response.end(chunkBytes === undefined ? body : '', () => resolve());
  });
}

function writeChunks(response: ServerResponse, body: Buffer, chunkBytes: number): void {
  for (let at = 0; at < body.length; at += chunkBytes) response.write(body.subarray(at, at + chunkBytes));
}

/** A TCP reset if the connection is TCP; TLS has none of its own. */
function resetConnection(socket: Socket): void {
  if (typeof socket.resetAndDestroy === 'function') socket.resetAndDestroy();
  else socket.destroy();
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function pairsOf(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []));
}
