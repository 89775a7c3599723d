// Answers that no service gives, but that a broken server, a proxy or an attacker may send.

import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface HostileAnswer {
  readonly title: string;
  /** `elsewhere` is the URL of a server that must never receive a request. */
  readonly send: (response: ServerResponse, elsewhere: string) => void;
}

const json = 'content-type: application/x-amz-json-1.1';
const gigabyte = 1_073_741_824;
/** 64 MiB of spaces, in 64 kB. */
const bomb = gzipSync(Buffer.alloc(64 * 1_024 * 1_024, ' '));

/** The same bytes in every run, which belong to no protocol. */
function noise(length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < length; block += 1) {
    blocks.push(createHash('sha256').update(`noise ${block}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Takes over the connection from the server: later writes go out as they are. */
function socketOf(response: ServerResponse): Socket {
  const { socket } = response;
  if (socket === null) throw new Error('The connection is gone.');
  response.detachSocket(socket);
  socket.on('error', () => {});
  return socket;
}

function writesForEver(socket: Socket, piece: Buffer | string): void {
  const write = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', write);
  write();
}

function writesEvery(socket: Socket, pauseMs: number, piece: string): void {
  const timer = setInterval(() => socket.write(piece), pauseMs);
  socket.on('close', () => clearInterval(timer));
}

export const hostileAnswers: readonly HostileAnswer[] = [
  { title: 'random bytes', send: (response) => void socketOf(response).end(noise(65_536)) },
  {
    title: 'a body of random bytes',
    send: (response) => void response.writeHead(200, { 'content-length': 65_536 }).end(noise(65_536)),
  },
  {
    title: 'a gigabyte that is announced and sent',
    send(response) {
      const socket = socketOf(response);
      socket.write(`HTTP/1.1 200 OK\r\n${json}\r\ncontent-length: ${gigabyte}\r\n\r\n`);
      writesForEver(socket, Buffer.alloc(65_536, ' '));
    },
  },
  {
    title: 'a gigabyte that is announced and never sent',
    send: (response) =>
      void socketOf(response).write(`HTTP/1.1 200 OK\r\n${json}\r\ncontent-length: ${gigabyte}\r\n\r\n{`),
  },
  {
    title: 'a gzip bomb',
    send: (response) =>
      void response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-encoding': 'gzip' })
        .end(bomb),
  },
  {
    title: 'a redirect to another host',
    send: (response, elsewhere) => void response.writeHead(307, { location: elsewhere }).end(),
  },
  { title: 'a redirect to itself', send: (response) => void response.writeHead(301, { location: '/' }).end() },
  {
    title: 'one byte at a time',
    send(response) {
      const socket = socketOf(response);
      socket.write(`HTTP/1.1 200 OK\r\n${json}\r\ncontent-length: 100000\r\n\r\n{"Policy":"`);
      writesEvery(socket, 50, 'x');
    },
  },
  {
    title: 'headers without an end',
    send(response) {
      const socket = socketOf(response);
      socket.write('HTTP/1.1 200 OK\r\n');
      writesForEver(socket, `x-header: ${'y'.repeat(1_000)}\r\n`);
    },
  },
  {
    title: 'one provisional answer after another',
    send: (response) => writesEvery(socketOf(response), 1, 'HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    title: 'a switch of protocols',
    send: (response) =>
      void socketOf(response).end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'),
  },
  {
    title: 'two answers to one call',
    send: (response) =>
      void socketOf(response).end(
        `HTTP/1.1 400 Bad Request\r\n${json}\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`,
      ),
  },
  {
    title: 'JSON that is nested a million times',
    send: (response) =>
      void response
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
        .end(`{"__type":${'['.repeat(1_000_000)}`),
  },
  {
    title: 'control characters wherever there is text',
    send: (response) =>
      void response
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify({ __type: '\u001b]0;owned\u0007', message: '\u001b[2J\u202e\u0000' })),
  },
];
