// The shortcut for a client's call in process gives the same result as reading its request.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '../api/operation.js';
import { requestOf } from '../api/raw-request.js';
import { clientRequest, operationOfClient } from '../api/wire.js';
import { readOperation } from './wire.js';

/** Any JavaScript string, including lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);
const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('PutPolicy' as const), input: fc.record({ ResourceArn: anyText, Policy: anyText }) }),
  fc.record({ kind: fc.constant('GetPolicy' as const), input: fc.record({ ResourceArn: anyText }) }),
  fc.record({ kind: fc.constant('DeletePolicy' as const), input: fc.record({ ResourceArn: anyText }) }),
);

test('reading the request of a client gives its operation', () => {
  fc.assert(
    fc.property(operations, (operation) => {
      const { input } = requestOf(operation);
      expect(readOperation(input)).toEqual(operation);
      expect({ ...clientRequest(operation) }).toEqual(input);
      expect(operationOfClient(clientRequest(operation))).toBe(operation);
    }),
  );
});

test('a changed request is read', () => {
  const request = clientRequest({ kind: 'GetPolicy', input: { ResourceArn: 'arn' } });
  expect(operationOfClient({ ...request })).toBeUndefined();
});
