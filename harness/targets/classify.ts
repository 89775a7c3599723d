// Converts errors of the JavaScript SDK to outcomes, by error name and HTTP status, never by class. The class is not
// reliable: for an error that the SDK does not model, `$fault` is "client" even at status 500.

import type { Outcome } from '../api/outcome.js';

/** Error names by which services say that they do not implement an operation. */
export const notImplementedNames: readonly string[] = [
  'UnknownOperationException',
  'UnknownOperation',
  'NotImplemented',
  'InvalidAction',
];
/** What SDKs name an error that has no name in the answer. */
export const noName = /^(\d{3}|Unknown|UnknownError|Error|)$/;
const notImplementedText = /not (yet )?(been )?implemented|unsupported service|unknown operation/i;

/** Codes of connection errors: of the system, the HTTP parser and TLS. */
const transportCode = /^(E[A-Z0-9]+|EAI_[A-Z]+|HPE_\w+|ERR_SSL_\w+|ERR_TLS_\w+|ERR_STREAM_PREMATURE_CLOSE)$/;

/** Codes of certificate errors. Source: the documentation of Node.js, TLS, "X509 certificate error codes". */
const certificateCodes: readonly string[] = [
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'CERT_SIGNATURE_FAILURE',
  'CRL_SIGNATURE_FAILURE',
  'CERT_NOT_YET_VALID',
  'CERT_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_HAS_EXPIRED',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'OUT_OF_MEM',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'HOSTNAME_MISMATCH',
];

/** Undefined for an error that is not from the target, and so a fault of the suite. */
export function classifyError(error: unknown): Outcome | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = statusOf(error);
  const code = textProperty(error, 'code');
  const message = withoutHint(error.message);
  if (code !== undefined && (transportCode.test(code) || certificateCodes.includes(code))) {
    return { kind: 'transport-error', reason: transportReason(code, message) };
  }
  // The SDK reports a socket that closed early as TimeoutError; the deadline of the suite is reported separately. Without
  // the keys that STS makes, a call cannot be sent.
  if (['TimeoutError', 'AbortError', 'StsFault'].includes(error.name)) {
    return { kind: 'transport-error', reason: message || error.name };
  }
  if (status === undefined) return undefined;
  if (error.name === 'SyntaxError') return { kind: 'http-fault', status, reason: 'the body is not JSON' };
  const saysSo = isServiceError(error) && saysNotImplemented(error.name, error.message);
  if (status === 501 || notImplementedNames.includes(error.name) || saysSo) {
    return { kind: 'not-implemented', reason: `${error.name} (HTTP ${status})` };
  }
  if (!isServiceError(error)) return { kind: 'http-fault', status, reason: `the body cannot be read: ${message}` };
  if (noName.test(error.name)) {
    return { kind: 'http-fault', status, reason: 'the error has no name' };
  }
  return { kind: 'service-error', error: error.name, status, message: error.message };
}

/** The message without the hint that the SDK adds to unreadable answers; empty if it is not a string. */
function withoutHint(message: unknown): string {
  return typeof message !== 'string' ? '' : message.replace(/\n\s*Deserialization error: [^]*$/, '');
}

function transportReason(code: string, message: string): string {
  return message.includes(code) ? message : `${code}: ${message}`;
}

/** Some emulators return InternalFailure "... not yet implemented" for a missing operation. */
export function saysNotImplemented(name: string, message: string): boolean {
  return /^Internal|^5\d\d$/.test(name) && notImplementedText.test(message);
}

function isServiceError(error: Error): boolean {
  return '$fault' in error;
}

/** The HTTP status, from the metadata or, if the body could not be read, from the raw response. */
function statusOf(error: Error): number | undefined {
  for (const [property, member] of [
    ['$metadata', 'httpStatusCode'],
    ['$response', 'statusCode'],
  ] as const) {
    const container: unknown = Reflect.get(error, property);
    if (typeof container !== 'object' || container === null) continue;
    const status: unknown = Reflect.get(container, member);
    if (typeof status === 'number') return status;
  }
  return undefined;
}

function textProperty(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
