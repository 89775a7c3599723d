// Reads the SigV4 signature of a recorded request, and computes the expected one.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import { createHash, createHmac } from 'node:crypto';
import type { RecordedRequest } from '../api/sdk-case.js';
import { headerValue, headerValues } from './sent-request.js';

export interface SentSignature {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower-case names, in the order in which they were signed. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Undefined if there is no header Authorization of the documented form. */
export function readSignature(request: RecordedRequest): SentSignature | undefined {
  const header = headerValue(request, 'authorization') ?? '';
  const form =
    /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, *SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})$/;
  const match = form.exec(header);
  if (match === null) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = '', names = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: names.split(';'), signature };
}

/** The time of a request, in the basic form of ISO 8601: from X-Amz-Date or, if that is absent, from Date. */
export function sentDate(request: RecordedRequest): string | undefined {
  const amzDate = headerValue(request, 'x-amz-date');
  if (amzDate !== undefined) return amzDate;
  const date = headerValue(request, 'date') ?? '';
  if (/^\d{8}T\d{6}Z$/.test(date)) return date;
  const atMs = Date.parse(date);
  return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/**
 * The expected signature of the request by its own scope, its own time and the headers that it says are signed.
 * The suite computes it from the bytes received, so that no library of a client judges that client.
 */
export function expectedSignature(request: RecordedRequest, sent: SentSignature, secretAccessKey: string): string {
  const scope = [sent.date, sent.region, sent.service, 'aws4_request'];
  const longDate = sentDate(request) ?? '';
  const toSign = ['AWS4-HMAC-SHA256', longDate, scope.join('/'), sha256(canonicalRequest(request, sent))].join('\n');
  const key = scope.reduce<Buffer>((above, part) => hmac(above, part), Buffer.from(`AWS4${secretAccessKey}`));
  return hmac(key, toSign).toString('hex');
}

function canonicalRequest(request: RecordedRequest, { signedHeaders }: SentSignature): string {
  const [method = '', target = ''] = request.requestLine.split(' ');
  const [path = '', query = ''] = target.split('?', 2);
  const lines = signedHeaders.map((name) => {
    // Each byte was read as one character; clients sign them as UTF-8.
    const texts = headerValues(request, name).map((value) => Buffer.from(value, 'latin1').toString('utf8'));
    const values = texts.map((value) => value.trim().replaceAll(/ +/g, ' '));
    return `${name}:${values.join(',')}\n`;
  });
  const bodyHash = sha256(request.body);
  return [method, canonicalPath(path), canonicalQuery(query), lines.join(''), signedHeaders.join(';'), bodyHash].join(
    '\n',
  );
}

/** Each part of the path is encoded once more than on the wire. */
function canonicalPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function canonicalQuery(query: string): string {
  return query.split('&').sort().join('&');
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
