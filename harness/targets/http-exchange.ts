// Sends one signed HTTP request and reads its answer, over connections that are kept alive.

import { once } from 'node:events';
import { request as httpRequest, type Agent as HttpAgent, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';
import { cborBodyOf, describeCbor } from '../api/cbor/read-cbor.js';
import type { HttpAnswer } from '../api/http-answer.js';
import { isCborType } from '../api/protocol.js';
import type { SignatureFlaw } from '../api/raw-request.js';
import { Sha256 } from '../api/sha256.js';
import type { WireListener } from '../api/target.js';
import { maxBodyBytes } from './body-limit.js';
import type { sdkKeys } from './sdk-keys.js';

export interface HttpExchangeOptions {
  readonly url: string;
  readonly region: string;
  readonly credentials: ReturnType<typeof sdkKeys>;
  /** Sent with every request; names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The service for which requests are signed; by default AWS Private CA. */
  readonly service?: string | undefined;
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

export interface SignedRequest {
  readonly method: string;
  /** Relative to the path of the endpoint. */
  readonly path: string;
  /** Lower-case names; `host` and those of the signature are added. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** What is wrong with the signature, if anything. */
  readonly signature?: SignatureFlaw | undefined;
}

export interface Sending {
  readonly abortSignal: AbortSignal;
  readonly wire: WireListener | undefined;
}

/** Sends a request once. `tooLong` means that the answer exceeds the limit; the rest is not read. */
export type ExchangeHttp = (
  request: SignedRequest,
  sending: Sending,
) => Promise<{ readonly answer: HttpAnswer } | { readonly tooLong: true; readonly status: number }>;

/** Requests are signed as by an SDK (WIRE-01). Redirects are answers and are not followed. */
export function createHttpExchange({
  url,
  region,
  credentials,
  headers: always,
  service = 'acm-pca',
  httpAgent,
  httpsAgent,
}: HttpExchangeOptions): ExchangeHttp {
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const { protocol, host, hostname, port, pathname } = new URL(url);
  const agent = protocol === 'https:' ? httpsAgent : httpAgent;
  const basePath = pathname.replace(/\/$/, '');
  return async ({ method, path, headers: given, body, signature }, sending) => {
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      path: `${basePath}${path}`,
      headers: { host, ...always, ...given },
      body,
    });
    const headers = withFlaw(signed.headers, signature);
    sending.wire?.sent({
      method,
      path: signed.path,
      headers,
      ...(typeof body === 'string' ? { body } : { body: describeCbor(body), cborBytes: body.length }),
    });
    return exchange({ protocol, hostname, port, method, path: signed.path, headers, agent }, body, sending);
  };
}

function withFlaw(headers: SignedRequest['headers'], flaw: SignatureFlaw | undefined): SignedRequest['headers'] {
  if (flaw === undefined) return headers;
  const { authorization = '', ...others } = headers;
  return flaw === 'missing' ? others : { ...others, authorization: authorization.replace(/.$/, otherDigit) };
}

function otherDigit(digit: string): string {
  return digit === '0' ? '1' : '0';
}

async function exchange(
  options: RequestOptions,
  body: string | Uint8Array,
  { abortSignal, wire }: Sending,
): ReturnType<ExchangeHttp> {
  const send = options.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(options);
  // Errors after the answer are ignored.
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
    const bytes = await readBody(response, wire);
    if (bytes === undefined) return { tooLong: true, status };
    return {
      answer: isCborType(headers['content-type'])
        ? { status, headers, body: '', cbor: cborBodyOf(bytes) }
        : { status, headers, body: bytes.toString('utf8') },
    };
  } finally {
    // Destroying a finished request would close its connection, which can be reused.
    abortSignal.removeEventListener('abort', cancel);
  }
}

/** The body; undefined if it exceeds the limit, in which case the rest is not read. */
async function readBody(response: IncomingMessage, wire: WireListener | undefined): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    wire?.received(chunk);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(response: IncomingMessage): HttpAnswer['headers'] {
  return Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
}
