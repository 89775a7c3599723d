// Runs the parts of a plain client as a driver in this process.

import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import type { CallAnswer, Driver, DriverCall, StartDriver } from '../../api/driver.js';
import { driverProtocol } from '../../api/driver.js';
import type { ClientParts, Environment, PlainAnswer, PlainRequest } from './parts.js';

/** `nowMs` is the clock for signatures, in milliseconds since 1970. */
export function startPlainClient(parts: ClientParts, nowMs: () => number): StartDriver {
  return async (options) => {
    const environment = options?.environment ?? {};
    const agents = openAgents(parts, environment);
    const clock = { offsetMs: 0 };
    const logged: string[] = [];
    return {
      hello: {
        type: 'hello',
        protocol: driverProtocol,
        language: 'TypeScript',
        sdk: { name: 'plain-client', version: '1' },
        capabilities: [...parts.capabilities],
      },
      async call(call, { signal } = {}) {
        logged.push(parts.log(call));
        const answer = await callWithin({ parts, environment, agents, clock, nowMs, call, signal });
        return parts.handOn(answer, call);
      },
      endpointFor: async (question) => ({ type: 'ok', id: '', output: { url: parts.urlFor(question) } }),
      stderrTail: () => logged.join(''),
      async close() {
        agents.http.destroy();
        agents.https.destroy();
      },
    } satisfies Driver;
  };
}

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

function openAgents(parts: ClientParts, environment: Environment): Agents {
  const bundle = environment['AWS_CA_BUNDLE'];
  return {
    http: parts.httpVersion === '1.0' ? new OlderAgent() : new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({
      keepAlive: true,
      rejectUnauthorized: !parts.trustsEveryCertificate,
      ...(bundle === undefined ? {} : { ca: readFileSync(bundle) }),
    }),
  };
}

/** Speaks HTTP/1.0, which the client of Node.js has no option for: the version is changed in what it writes. */
class OlderAgent extends HttpAgent {
  override createConnection(...how: Parameters<HttpAgent['createConnection']>): Duplex | null | undefined {
    const socket = super.createConnection(...how);
    const write = socket?.write.bind(socket);
    const rewrite = (chunk: unknown, ...rest: readonly unknown[]): unknown =>
      Reflect.apply(write ?? (() => false), socket, [
        typeof chunk === 'string' ? chunk.replace(' HTTP/1.1\r\n', ' HTTP/1.0\r\n') : chunk,
        ...rest,
      ]);
    return socket && Object.assign(socket, { write: rewrite });
  }
}

interface Calling {
  readonly parts: ClientParts;
  readonly environment: Environment;
  readonly agents: Agents;
  readonly clock: { offsetMs: number };
  readonly nowMs: () => number;
  readonly call: DriverCall;
  readonly signal: AbortSignal | undefined;
}

/** The whole call, with its deadline and its cancellation. */
async function callWithin(calling: Calling): Promise<CallAnswer> {
  const { parts, call, signal } = calling;
  const refused = parts.refusal(call);
  if (refused !== undefined) return refused;
  const ended = new AbortController();
  const deadlineMs = parts.deadlineMsOf(call);
  const timer = deadlineMs === null ? undefined : setTimeout(() => ended.abort('timeout'), deadlineMs);
  const giveUp = (): void => ended.abort('cancelled');
  if (parts.endsWhenCancelled) signal?.addEventListener('abort', giveUp);
  try {
    return await attempt(calling, ended.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

async function attempt(calling: Calling, ended: AbortSignal): Promise<CallAnswer> {
  const { parts, call } = calling;
  const attempts = parts.attemptsOf(call);
  for (let count = 1; ; count += 1) {
    const answer = await sendOnce(calling, ended);
    if (ended.aborted) {
      const cause = ended.reason === 'timeout' ? 'timeout' : 'cancelled';
      return { type: 'transportError', id: '', cause, message: `the call ended: ${cause}` };
    }
    const wasSkewed = answer.type === 'serviceError' && answer.code === 'InvalidSignatureException';
    if (count >= attempts || !(wasSkewed || parts.isRetryable(answer, call))) return answer;
    await pause(parts.waitMs(count));
  }
}

async function sendOnce(calling: Calling, ended: AbortSignal): Promise<CallAnswer> {
  const { parts, call, environment, clock, nowMs } = calling;
  const endpoint = parts.endpointOf(call, environment);
  const request = parts.requestOf(call, endpoint, parts.bodyOf(parts.membersOf(call)));
  const signed = await parts.sign(request, parts.signingChoice(call, environment, nowMs() + clock.offsetMs));
  let received: PlainAnswer | 'partial' | undefined;
  try {
    for (let copy = 0; copy < parts.copiesOf(call); copy += 1) received = await exchange(signed, calling.agents, ended);
  } catch (error) {
    return { type: 'transportError', id: '', cause: 'connection', message: String(error) };
  }
  if (received === undefined || received === 'partial') return parts.readPartial('');
  if (received.status < 300) return parts.readOutput(call, received);
  const date = Date.parse(received.headers['date'] ?? '');
  if (!Number.isNaN(date)) clock.offsetMs = date - nowMs();
  return parts.readError(received, parts.errorName(received));
}

/** `partial` if the connection ended in the middle of the answer. Rejects if no answer began. */
function exchange(request: PlainRequest, agents: Agents, ended: AbortSignal): Promise<PlainAnswer | 'partial'> {
  const { url, method, headers, body } = request;
  return new Promise((resolve, reject) => {
    const isTls = url.protocol === 'https:';
    const options = { method, headers, signal: ended };
    const onAnswer = (answer: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => resolve('partial'));
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const names = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(names),
          rawNames: answer.rawHeaders.filter((_each, index) => index % 2 === 0),
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    };
    const sending = isTls
      ? httpsRequest(url, { ...options, agent: agents.https }, onAnswer)
      : httpRequest(url, { ...options, agent: agents.http }, onAnswer);
    sending.on('error', reject);
    sending.end(body);
  });
}
