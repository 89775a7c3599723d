// Errors of the connection become transport errors; errors of the suite are faults of the suite.

import { expect, test } from 'vitest';
import { classifyError } from './classify.js';

function errorWith(code: string): Error {
  return Object.assign(new Error('as Node.js says it'), { code });
}

test.each([
  'ECONNREFUSED',
  'EPROTO',
  'EAI_AGAIN',
  'HPE_INVALID_CONSTANT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_STREAM_PREMATURE_CLOSE',
  'INVALID_PURPOSE',
  'CERT_NOT_YET_VALID',
])('%s is not an answer', (code) => {
  const reason = `${code}: as Node.js says it`;
  expect(classifyError(errorWith(code))).toEqual({ kind: 'transport-error', reason });
});

test.each(['ERR_INVALID_ARG_TYPE', 'ERR_UNHANDLED_REJECTION', 'MODULE_NOT_FOUND'])(
  '%s is a fault of the suite',
  (code) => {
    expect(classifyError(errorWith(code))).toBeUndefined();
  },
);
