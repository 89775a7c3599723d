// Sends hand-made requests: signed as an SDK signs them (WIRE-01), and otherwise exactly as they were made.

import { once } from 'node:events';
import { request as httpRequest, type Agent as HttpAgent, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';
import type { WireListener } from '../api/target.js';
import type { HttpAnswer } from '../api/http-answer.js';
import type { Outcome } from '../api/outcome.js';
import type { RawRequest } from '../api/raw-request.js';
import { Sha256 } from '../api/sha256.js';
import type { CallOptions } from '../api/target.js';
import { longestBodyBytes, tooLong } from './body-limit.js';
import { readAnswer } from './read-answer.js';
import type { sdkKeys } from './sdk-keys.js';
import { withinLimits } from './within-limits.js';

export interface RawClientOptions {
  readonly url: string;
  readonly region: string;
  readonly credentials: ReturnType<typeof sdkKeys>;
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** One attempt per call; a redirection is an answer and is not followed. */
export function createRawClient({
  url,
  region,
  credentials,
  httpAgent,
  httpsAgent,
}: RawClientOptions): (request: RawRequest, options: CallOptions) => Promise<Outcome> {
  const signer = new SignatureV4({ credentials, region, service: 'acm-pca', sha256: Sha256 });
  const { protocol, host, hostname, port, pathname } = new URL(url);
  const agent = protocol === 'https:' ? httpsAgent : httpAgent;
  const basePath = pathname.replace(/\/$/, '');
  return ({ input: { method, path, target, contentType, body } }, options) =>
    withinLimits(options, async (abortSignal) => {
      const request = await signer.sign({
        method,
        protocol,
        hostname,
        path: `${basePath}${path}`,
        headers: {
          host,
          ...(target === undefined ? {} : { 'x-amz-target': target }),
          ...(contentType === undefined ? {} : { 'content-type': contentType }),
        },
        body,
      });
      const { headers } = request;
      options.wire?.sent({ method, path: request.path, headers, body });
      return exchange(
        { protocol, hostname, port, method, path: request.path, headers, agent },
        { body, abortSignal, wire: options.wire },
      );
    });
}

interface Sending {
  readonly body: string;
  readonly abortSignal: AbortSignal;
  readonly wire: WireListener | undefined;
}

async function exchange(options: RequestOptions, { body, abortSignal, wire }: Sending): Promise<Outcome> {
  const send = options.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(options);
  // What goes wrong is seen by whoever waits; nobody waits any more once the answer is there.
  request.on('error', () => {});
  const cancel = (): void => {
    request.destroy();
  };
  abortSignal.addEventListener('abort', cancel);
  try {
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const status = response.statusCode ?? 0;
    const headers = headersOf(response);
    wire?.answered(status, headers);
    const text = await readBody(response, wire);
    return text === undefined
      ? { kind: 'http-fault', status, reason: tooLong }
      : readAnswer({ status, headers, body: text });
  } finally {
    // A finished request must not be destroyed, or its connection could not be used again.
    abortSignal.removeEventListener('abort', cancel);
  }
}

/** Undefined for a body beyond the limit, the rest of which is not read. */
async function readBody(response: IncomingMessage, wire: WireListener | undefined): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > longestBodyBytes) return undefined;
    wire?.received(chunk);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(response: IncomingMessage): HttpAnswer['headers'] {
  return Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
}
