// Records exchanges: wraps a target so that each call reports what was sent and what was received.

import type { HttpExchange } from '../../files/exchange.js';
import type { WireListener } from '../../api/target.js';
import { answerOf, type Outcome } from '../../api/outcome.js';
import { describeCbor } from '../../api/cbor/read-cbor.js';
import { isCborType } from '../../api/protocol.js';
import { requestOf, type ApiCall } from '../../api/raw-request.js';
import { sendCall, type CallOptions, type Target } from '../../api/target.js';
import { wireForm } from '../../api/wire-form.js';
import type { Clock } from './clock.js';

/** Called after every call. */
export type ExchangeListener = (exchange: HttpExchange, outcome: Outcome) => void;

export function recordExchanges(target: Target, clock: Clock, listener: ExchangeListener): Target {
  const openedMs = clock.nowMs();
  const record = async (call: ApiCall, options: CallOptions): Promise<Outcome> => {
    const sentMs = clock.nowMs();
    const wire = createRecorder();
    const outcome = await sendCall(target, call, { ...options, wire: wire.listener });
    const endedMs = clock.nowMs();
    const exchange = {
      operation: call.kind,
      atMs: rounded(sentMs - openedMs),
      tookMs: rounded(endedMs - sentMs),
      ...(target.endpointUrl === undefined ? documentedExchange(call, outcome) : wire.recorded()),
      outcome: answerOf(outcome),
    };
    listener(exchange, outcome);
    return outcome;
  };
  return { ...target, call: record, ...(target.sendRaw === undefined ? {} : { sendRaw: record }) };
}

type OnTheWire = Pick<HttpExchange, 'request' | 'answer'>;

function createRecorder(): { readonly listener: WireListener; recorded(): OnTheWire } {
  let request: HttpExchange['request'];
  let head: Omit<NonNullable<HttpExchange['answer']>, 'body'> | undefined;
  let secrets: readonly string[] = [];
  let isCbor = false;
  const chunks: Uint8Array[] = [];
  return {
    listener: {
      sent(sent) {
        secrets = secretsIn(sent.headers);
        const { cborBytes, ...rest } = sent;
        request = {
          ...rest,
          headers: shownHeaders(sent.headers),
          ...(cborBytes === undefined ? {} : { cborBytes }),
        };
      },
      answered(status, headers) {
        head = { status, headers: shownHeaders(headers) };
        isCbor = isCborType(head.headers['content-type']);
      },
      received: (chunk) => void chunks.push(chunk),
    },
    recorded() {
      if (request === undefined) return {};
      if (head === undefined) return { request };
      const bytes = Buffer.concat(chunks);
      const body = isCbor ? describeCbor(bytes) : bytes.toString('utf8');
      // A target that echoes requests also echoes the signature.
      const shownBody = secrets.reduce((text, secret) => text.replaceAll(secret, hidden), body);
      return { request, answer: { ...head, body: shownBody, ...(isCbor ? { cborBytes: bytes.length } : {}) } };
    },
  };
}

/** What would go over the wire (WIRE-01), for a target in process: its calls have only the headers of the protocol. */
function documentedExchange(call: ApiCall, outcome: Outcome): OnTheWire {
  const { input } = call.kind === 'RawRequest' ? call : requestOf(call);
  const { method, path, target, contentType, body } = input;
  const headers = {
    ...(target === undefined ? {} : { 'x-amz-target': target }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
  const answer = documentedAnswer(outcome);
  return { request: { method, path, headers, body }, ...(answer === undefined ? {} : { answer }) };
}

function documentedAnswer(outcome: Outcome): HttpExchange['answer'] {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  switch (outcome.kind) {
    case 'success': {
      const isEmpty = Object.keys(outcome.output).length === 0;
      return { status: 200, headers, body: isEmpty ? '' : JSON.stringify(wireForm(outcome.output)) };
    }
    case 'service-error': {
      const { error, status, message } = outcome;
      return { status, headers, body: JSON.stringify({ __type: error, message }) };
    }
    case 'http-fault':
    case 'transport-error':
    case 'timeout':
    case 'not-implemented':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

const hidden = '(not shown)';

/** Only these are shown, so that no secret is shown by mistake. */
const shown: ReadonlySet<string> = new Set([
  'host',
  'accept',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'authorization',
  'date',
  'server',
  'location',
  'retry-after',
  'smithy-protocol',
  'x-amz-target',
  'x-amzn-target',
  'x-amz-date',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-amzn-errortype',
]);

function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(
    lower
      .filter(([name]) => shown.has(name))
      .map(([name, value]) => [name, name === 'authorization' ? withoutSignature(value) : value]),
  );
}

/** Shows the key id and the scope, but nothing of any other scheme. */
function withoutSignature(authorization: string): string {
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) return hidden;
  return authorization.replace(/Signature=.*$/, `Signature=${hidden}`);
}

/** The signature of a request, and the token of temporary keys. */
function secretsIn(headers: Readonly<Record<string, string>>): readonly string[] {
  const valueOf = (wanted: string): string =>
    Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  const [, signature = ''] = /Signature=([0-9a-f]{64})/.exec(valueOf('authorization')) ?? [];
  return [signature, valueOf('x-amz-security-token')].filter((secret) => secret !== '');
}

/** In milliseconds, to the microsecond. */
function rounded(durationMs: number): number {
  return Math.round(durationMs * 1_000) / 1_000;
}
