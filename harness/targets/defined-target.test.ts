// How the results and errors of a user's function or stub become outcomes.

import * as sdk from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../api/operation.js';
import { defineTarget } from './defined-target.js';
import { fromClientMock } from './from-client-mock.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555';
const get: Operation = { kind: 'GetPolicy', input: { ResourceArn: arn } };
const limits = { deadlineMs: 1_000 };

function named(name: string): Error {
  return Object.assign(new Error('no'), { name });
}

const answers = [
  ['members', () => ({ Policy: '{}', $metadata: {} }), { kind: 'success', output: { Policy: '{}' } }],
  ['nothing', () => undefined, { kind: 'not-implemented' }],
  [
    'an error with a name',
    () => raise(named('OddException')),
    { kind: 'service-error', error: 'OddException', status: 400 },
  ],
  [
    'an error of the SDK',
    () => raise(new sdk.LockoutPreventedException({ message: 'no', $metadata: { httpStatusCode: 400 } })),
    { kind: 'service-error', error: 'LockoutPreventedException', status: 400, message: 'no' },
  ],
  [
    'an error of the SDK that has no status',
    () => raise(new sdk.ResourceNotFoundException({ message: 'no', $metadata: {} })),
    { kind: 'service-error', error: 'ResourceNotFoundException', status: 400 },
  ],
  [
    'a slip',
    () => raise(new TypeError('x is undefined')),
    { kind: 'http-fault', reason: 'it threw TypeError: x is undefined' },
  ],
  ['no error at all', () => raise('text'), { kind: 'http-fault', reason: 'it threw text' }],
] as const;

describe('a target from a function', () => {
  test.each(answers)('converts %s to the right outcome', async (_, send, outcome) => {
    const target = defineTarget({ name: 'fake', send: async () => send() });
    expect(await target.call(get, limits)).toMatchObject(outcome);
    expect(target).toMatchObject({ name: 'fake', region: 'us-east-1', inProcess: true });
  });

  test('ends a call without an answer', async () => {
    const target = defineTarget({ name: 'fake', send: () => new Promise(() => {}) });
    expect(await target.call(get, { deadlineMs: 5 })).toEqual({ kind: 'timeout', deadlineMs: 5 });
  });
});

describe('a target from a stub', () => {
  test('is called with the commands of its SDK', async () => {
    const mock = mockClient(sdk.ACMPCAClient);
    mock.on(sdk.GetPolicyCommand, { ResourceArn: arn }).resolves({ Policy: '{}' });
    mock.on(sdk.DeletePolicyCommand).rejects(named('ConcurrentModificationException'));
    const target = fromClientMock(mock, { name: 'fake', sdk });
    expect(await target.call(get, limits)).toEqual({ kind: 'success', output: { Policy: '{}' } });
    const remove: Operation = { kind: 'DeletePolicy', input: { ResourceArn: arn } };
    expect(await target.call(remove, limits)).toMatchObject({ error: 'ConcurrentModificationException', status: 400 });
    const put: Operation = { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: '{}' } };
    expect(await target.call(put, limits)).toMatchObject({ kind: 'not-implemented' });
    mock.restore();
  });

  test('names the missing command if the SDK is incomplete', async () => {
    const target = fromClientMock(mockClient(sdk.ACMPCAClient), { sdk: {} });
    expect(await target.call(get, limits)).toMatchObject({ reason: expect.stringContaining('no GetPolicyCommand') });
  });
});

function raise(error: unknown): never {
  throw error;
}

test('a function learns who calls, if the target has principals', async () => {
  const callers: unknown[] = [];
  const target = defineTarget({
    name: 'fake',
    principals: { third: { account: '777788889999' } },
    send: async (_operation, _signal, as) => {
      callers.push(as);
      return {};
    },
  });
  await target.call(get, limits);
  await target.call(get, { ...limits, as: 'third' });
  expect([callers, target.offers.includes('multi-account')]).toEqual([[undefined, 'third'], true]);
});
