// Resends a call once if it was sent on an idle connection that the server had closed: RFC 9112, section 9.3.1, permits a
// server to close one at any time, and a client to reconnect. The call counts as one.

import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type AgentOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Outcome } from '../api/outcome.js';

export interface Redialing {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  /** The number of calls that were resent. */
  count(): number;
  /** Sends a call through these agents. */
  send(signal: AbortSignal | undefined, send: () => Promise<Outcome>): Promise<Outcome>;
}

/** The idle connection that a call uses, if any. */
interface Reused {
  socket?: Pick<Socket, 'bytesRead'>;
  bytesBefore: number;
}

/** One for all targets: Node.js 20 keeps every storage that was used, and each slows every promise down. */
const calls = new AsyncLocalStorage<Reused>();

// Node.js calls the agent synchronously when the request is created.
function note(socket: Duplex): void {
  const call = calls.getStore();
  if (call === undefined || !hasBytesRead(socket)) return;
  call.socket = socket;
  call.bytesBefore = socket.bytesRead;
}

class NotingHttpAgent extends HttpAgent {
  override reuseSocket(...args: Parameters<HttpAgent['reuseSocket']>): void {
    super.reuseSocket(...args);
    note(args[0]);
  }
}

class NotingHttpsAgent extends HttpsAgent {
  override reuseSocket(...args: Parameters<HttpsAgent['reuseSocket']>): void {
    super.reuseSocket(...args);
    note(args[0]);
  }
}

export function createRedialing(options: AgentOptions): Redialing {
  const httpAgent = new NotingHttpAgent({ keepAlive: true });
  const httpsAgent = new NotingHttpsAgent({ keepAlive: true, ...options });
  let count = 0;
  return {
    httpAgent,
    httpsAgent,
    count: () => count,
    async send(signal, send) {
      const call: Reused = { bytesBefore: 0 };
      const outcome = await calls.run(call, send);
      const { socket, bytesBefore } = call;
      const isClosedWhileIdle = socket !== undefined && socket.bytesRead === bytesBefore;
      if (outcome.kind !== 'transport-error' || !isClosedWhileIdle || signal?.aborted === true) return outcome;
      count += 1;
      // The other idle connections may be closed as well, so the call gets a new one.
      for (const agent of [httpAgent, httpsAgent]) {
        for (const idle of Object.values(agent.freeSockets).flat()) idle?.destroy();
      }
      return send();
    },
  };
}

function hasBytesRead(socket: Duplex): socket is Duplex & Pick<Socket, 'bytesRead'> {
  return 'bytesRead' in socket && typeof socket.bytesRead === 'number';
}
