// Turns what the JavaScript SDK throws into an outcome, by error name and HTTP status and never by class.
// The SDK's class of an error says little: for one it does not model, `$fault` is "client" even at status 500.

import type { Outcome } from '../api/outcome.js';

/** Names under which services say that they do not offer an operation. */
export const notImplementedNames: readonly string[] = [
  'UnknownOperationException',
  'UnknownOperation',
  'NotImplemented',
  'InvalidAction',
];
const notImplementedText = /not (yet )?(been )?implemented|unsupported service|unknown operation/i;

/** Codes of Node.js for a connection that carried no answer. */
const transportCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** Returns undefined for an error that did not come from the target, which is a fault of the suite. */
export function classifyError(error: unknown): Outcome | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = statusOf(error);
  const code = textProperty(error, 'code');
  const message = withoutHint(error.message);
  if (code !== undefined && (transportCodes.includes(code) || code.startsWith('HPE_'))) {
    return { kind: 'transport-error', reason: transportReason(code, message) };
  }
  // The SDK gives a socket that closed early the name TimeoutError; our own deadline is kept apart from it.
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return { kind: 'transport-error', reason: message || error.name };
  }
  if (status === undefined) return undefined;
  if (error.name === 'SyntaxError') return { kind: 'http-fault', status, reason: 'the body is not JSON' };
  const saysSo = isServiceError(error) && saysNotImplemented(error.name, error.message);
  if (status === 501 || notImplementedNames.includes(error.name) || saysSo) {
    return { kind: 'not-implemented', reason: `${error.name} (HTTP ${status})` };
  }
  if (!isServiceError(error)) return { kind: 'http-fault', status, reason: `the body cannot be read: ${message}` };
  // Without a name in the answer the SDK puts the status there.
  if (/^(\d{3}|UnknownError|Error|Unknown)$/.test(error.name)) {
    return { kind: 'http-fault', status, reason: 'the error has no name' };
  }
  return { kind: 'service-error', error: error.name, status, message: error.message };
}

/** The SDK adds a line for programmers to the message of what it could not read, and keeps one that is no text. */
function withoutHint(message: unknown): string {
  return typeof message !== 'string' ? '' : message.replace(/\n\s*Deserialization error: [^]*$/, '');
}

function transportReason(code: string, message: string): string {
  return message.includes(code) ? message : `${code}: ${message}`;
}

/** InternalFailure "... not yet implemented" is how some emulators answer for a missing operation. */
export function saysNotImplemented(name: string, message: string): boolean {
  return /^Internal|^5\d\d$/.test(name) && notImplementedText.test(message);
}

function isServiceError(error: Error): boolean {
  return '$fault' in error;
}

/** The HTTP status, from the metadata or, where the body could not be read, from the raw response. */
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
