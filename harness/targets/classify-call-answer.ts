// Converts the answer of a driver to an outcome, by error name and HTTP status like for every other target.

import type { CallAnswer } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import type { Outcome } from '../api/outcome.js';
import { noName, notImplementedNames, saysNotImplemented } from './classify.js';

/**
 * The status if the SDK does not report it: that of the modelled errors (WIRE-08), which is not a server error.
 */
const statusUntold = 400;

/** Throws a DriverFault if the driver itself failed. */
export function classifyCallAnswer(answer: CallAnswer, deadlineMs: number): Outcome {
  switch (answer.type) {
    case 'ok':
      return { kind: 'success', output: answer.output };
    case 'serviceError':
      return classifyServiceError(answer);
    case 'transportError':
      return classifyTransportError(answer, deadlineMs);
    case 'unsupported':
      return { kind: 'not-implemented', reason: `the driver does not offer it: ${answer.reason}` };
    case 'driverError':
      throw new DriverFault(
        `the driver failed by itself: ${answer.message}\nfix: driverError is for faults of the driver; fix it there.`,
      );
    default:
      return answer satisfies never;
  }
}

function classifyServiceError(answer: Extract<CallAnswer, { readonly type: 'serviceError' }>): Outcome {
  const { code, message, status } = answer;
  if (code === null || noName.test(code)) {
    return { kind: 'http-fault', status: status ?? undefined, reason: 'the error has no name' };
  }
  if (status === 501 || notImplementedNames.includes(code) || saysNotImplemented(code, message ?? '')) {
    return { kind: 'not-implemented', reason: `${code}${status === null ? '' : ` (HTTP ${status})`}` };
  }
  return { kind: 'service-error', error: code, status: status ?? statusUntold, message: message ?? undefined };
}

function classifyTransportError(
  { cause, message }: Extract<CallAnswer, { readonly type: 'transportError' }>,
  deadlineMs: number,
): Outcome {
  switch (cause) {
    case 'timeout':
      return { kind: 'timeout', deadlineMs };
    case 'answer':
      return { kind: 'http-fault', status: undefined, reason: `the SDK cannot read the answer: ${message}` };
    case 'request':
      // Nothing was sent, so it says nothing about the target.
      return { kind: 'not-implemented', reason: `the SDK does not send it: ${message}` };
    case 'connection':
    case 'cancelled':
    case 'other':
      return { kind: 'transport-error', reason: message };
    default:
      return cause satisfies never;
  }
}
