// Verifies the signature of a request by signing the same request again.
// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html for the form,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html for the texts and status 403,
// https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html for IncompleteSignature and
// UnrecognizedClientException (AUTH-09). Services of the JSON protocols were seen to call a wrong signature, scope or date
// InvalidSignatureException: https://repost.aws/questions/QUp6MsZxvtTT-pdFSdINSQUA (scope of another region),
// https://github.com/serverless/serverless/issues/27 (expired).

import { createHash, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../api/sha256.js';
import type { AwsKeys } from '../api/aws-keys.js';
import type { Failure } from './failure.js';

/** A key whose signatures are valid. */
export interface VerifiedKey extends AwsKeys {
  /** Only of temporary keys, in milliseconds since 1970. */
  readonly expiresAtMs?: number | undefined;
}

export interface SignedRequest {
  readonly method: string;
  /** The path and query of the request line. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** The error of a signature; undefined if it is valid. */
export type SignatureVerifier = (request: SignedRequest, service: string) => Promise<Failure | undefined>;

/** The permitted clock skew: "five minutes". */
const toleranceMs = 5 * 60_000;

export interface VerifierOptions {
  /** The key with an id; undefined if there is none. */
  readonly keyOf: (accessKeyId: string) => VerifiedKey | undefined;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

export function createSignatureVerifier({ keyOf, region, nowMs }: VerifierOptions): SignatureVerifier {
  // A signer keeps the keys that it has derived, and a new key gets a new one.
  const signers = new WeakMap<VerifiedKey, Map<string, SignatureV4>>();
  const signerOf = (key: VerifiedKey, service: string): SignatureV4 => {
    const { accessKeyId, secretAccessKey } = key;
    const ofKey = signers.get(key) ?? new Map<string, SignatureV4>();
    const signer =
      ofKey.get(service) ??
      new SignatureV4({
        credentials: { accessKeyId, secretAccessKey },
        region,
        service,
        sha256: Sha256,
        applyChecksum: false,
      });
    signers.set(key, ofKey.set(service, signer));
    return signer;
  };
  return async (request, service) => {
    const parsed = readAuthorization(request);
    if ('error' in parsed) return parsed;
    const key = keyOf(parsed.accessKeyId);
    if (key === undefined) return unknownKey;
    const objection =
      objectionToToken(request, key, nowMs()) ??
      objectionToScope(parsed, { region, service }) ??
      objectionToDate(parsed, nowMs()) ??
      objectionToBody(parsed, request.body);
    if (objection !== undefined) return objection;
    const expected = await signatureOf(signerOf(key, service), request, parsed);
    return isEqual(expected, parsed.signature) ? undefined : wrongSignature(mismatchText);
  };
}

interface Authorization {
  readonly accessKeyId: string;
  readonly scope: { readonly date: string; readonly region: string; readonly service: string };
  readonly signature: string;
  readonly signedAt: Date;
  /** As in the header X-Amz-Date. */
  readonly longDate: string;
  /** Only the signed headers. */
  readonly headers: Readonly<Record<string, string>>;
}

function readAuthorization({ headers }: SignedRequest): Authorization | Failure {
  const header = headerText(headers['authorization']);
  if (header === undefined) {
    return { error: 'MissingAuthenticationToken', status: 403, message: 'Missing Authentication Token' };
  }
  const parts = /^AWS4-HMAC-SHA256 +(.+)$/.exec(header)?.[1]?.split(/, */) ?? [];
  const values = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  const scope = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(values.get('Credential') ?? '');
  const signature = values.get('Signature') ?? '';
  const names = (values.get('SignedHeaders') ?? '').split(';');
  const longDate = headerText(headers['x-amz-date']) ?? '';
  const signedAt = readDate(longDate);
  if (scope === null) return incomplete('a Credential of the form KEY/DATE/REGION/SERVICE/aws4_request');
  if (!/^[0-9a-f]{64}$/.test(signature)) return incomplete('a Signature of 64 hexadecimal digits');
  if (!names.includes('host') || !names.includes('x-amz-date'))
    return incomplete('SignedHeaders with host and x-amz-date');
  if (signedAt === undefined) return incomplete('a header X-Amz-Date such as 20260131T235959Z');
  const [, accessKeyId = '', date = '', region = '', service = ''] = scope;
  return {
    accessKeyId,
    scope: { date, region, service },
    signature,
    signedAt,
    longDate,
    headers: Object.fromEntries(names.map((name) => [name, utf8Of(headerText(headers[name]) ?? '')])),
  };
}

/** A temporary key is valid with its token, and until it expires; a long-term key has no token. */
export function objectionToToken(
  { headers }: Pick<SignedRequest, 'headers'>,
  { sessionToken, expiresAtMs = Infinity }: VerifiedKey,
  nowMs: number,
): Failure | undefined {
  if (headerText(headers['x-amz-security-token']) !== sessionToken) return unknownKey;
  if (nowMs < expiresAtMs) return undefined;
  const message = 'The security token included in the request is expired';
  return { error: 'ExpiredTokenException', status: 403, message };
}

/** The id of the access key that a request names, whether or not its signature is valid. */
export function accessKeyIdIn({ headers }: Pick<SignedRequest, 'headers'>): string | undefined {
  return /Credential=([^/,\s]+)\//.exec(headerText(headers['authorization']) ?? '')?.[1];
}

/** The answer to a key that does not exist. */
export const unknownKey: Failure = {
  error: 'UnrecognizedClientException',
  status: 403,
  message: 'The security token included in the request is invalid.',
};

function objectionToScope(
  { scope, longDate }: Authorization,
  expected: { readonly region: string; readonly service: string },
): Failure | undefined {
  if (scope.region !== expected.region) {
    return wrongSignature(`Credential should be scoped to a valid region, not '${scope.region}'.`);
  }
  if (scope.service !== expected.service) {
    return wrongSignature(`Credential should be scoped to correct service: '${expected.service}'.`);
  }
  return scope.date === longDate.slice(0, 8)
    ? undefined
    : wrongSignature('Date in Credential scope does not match the date of X-Amz-Date.');
}

function objectionToDate({ signedAt, longDate }: Authorization, nowMs: number): Failure | undefined {
  const now = writeDate(new Date(nowMs));
  if (signedAt.getTime() < nowMs - toleranceMs) {
    const limit = writeDate(new Date(nowMs - toleranceMs));
    return wrongSignature(`Signature expired: ${longDate} is now earlier than ${limit} (${now} - 5 min.)`);
  }
  if (signedAt.getTime() > nowMs + toleranceMs) {
    const limit = writeDate(new Date(nowMs + toleranceMs));
    return wrongSignature(`Signature not yet current: ${longDate} is still later than ${limit} (${now} + 5 min.)`);
  }
  return undefined;
}

/** A signed hash of the body must be that of the received body; otherwise the signature would match any body. */
function objectionToBody({ headers }: Authorization, body: Uint8Array): Failure | undefined {
  const claimed = headers['x-amz-content-sha256'];
  if (claimed === undefined || claimed === createHash('sha256').update(body).digest('hex')) return undefined;
  return wrongSignature(mismatchText);
}

async function signatureOf(
  signer: SignatureV4,
  { method, url, body }: SignedRequest,
  { headers, signedAt }: Authorization,
): Promise<string> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: 'localhost',
      path: pathname,
      query: Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
      headers: { ...headers },
      body,
    },
    { signingDate: signedAt, signableHeaders: new Set(Object.keys(headers)) },
  );
  return /Signature=([0-9a-f]{64})$/.exec(signed.headers['authorization'] ?? '')?.[1] ?? '';
}

function isEqual(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

function readDate(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function writeDate(date: Date): string {
  return date.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function headerText(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' || header === undefined ? header : header.join(',');
}

/** Node.js reads the bytes of headers as Latin-1; clients sign them as UTF-8. */
function utf8Of(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8');
}

const mismatchText =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

function wrongSignature(message: string): Failure {
  return { error: 'InvalidSignatureException', status: 403, message };
}

function incomplete(missing: string): Failure {
  return { error: 'IncompleteSignature', status: 403, message: `Authorization header requires ${missing}.` };
}
