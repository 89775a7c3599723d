// The shortcut for a client's call in process gives the same result as reading its request.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyBytesOf } from '../api/body-bytes.js';
import type { PolicyOperation } from '../api/operation.js';
import { cborRequestOf, requestOf } from '../api/raw-request.js';
import { clientRequest, operationOfClient } from '../api/wire.js';
import { readOperation } from './wire.js';

/** Any JavaScript string, including lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);
/** A text of CBOR is UTF-8, which has no lone surrogates. */
const anyCharacters = fc.string({ unit: 'grapheme' });

function operationsOf(text: fc.Arbitrary<string>): fc.Arbitrary<PolicyOperation> {
  return fc.oneof(
    fc.record({ kind: fc.constant('PutPolicy' as const), input: fc.record({ ResourceArn: text, Policy: text }) }),
    fc.record({ kind: fc.constant('GetPolicy' as const), input: fc.record({ ResourceArn: text }) }),
    fc.record({ kind: fc.constant('DeletePolicy' as const), input: fc.record({ ResourceArn: text }) }),
  );
}

test('reading the request of a client gives its operation', () => {
  fc.assert(
    fc.property(operationsOf(anyText), (operation) => {
      const { input } = requestOf(operation);
      expect(readOperation(input)).toEqual(operation);
      expect({ ...clientRequest(operation) }).toEqual(input);
      expect(operationOfClient(clientRequest(operation))).toBe(operation);
    }),
  );
});

test('reading the CBOR request of a client gives its operation', () => {
  fc.assert(
    fc.property(operationsOf(anyCharacters), (operation) => {
      const { input } = cborRequestOf(operation);
      expect(readOperation({ ...input, body: bodyBytesOf(input) })).toEqual(operation);
    }),
  );
});

test('a changed request is read', () => {
  const request = clientRequest({ kind: 'GetPolicy', input: { ResourceArn: 'arn' } });
  expect(operationOfClient({ ...request })).toBeUndefined();
});
