// A target behind a driver: how answers become outcomes, and which calls go through the driver.

import { describe, expect, test } from 'vitest';
import type { CallAnswer, Driver, DriverCall, StartDriverOptions } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import type { Outcome } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { classifyCallAnswer } from './classify-call-answer.js';
import { openDriverTarget } from './driver-target.js';
import type { PrincipalAccesses } from './principal-access.js';

type Answerer = (call: DriverCall) => CallAnswer | Promise<CallAnswer>;

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-2222-4333-8444-555555555555';
const get = { kind: 'GetPolicy', input: { ResourceArn: arn } } as const;
const limits: CallOptions = { deadlineMs: 60_000 };
const ok: CallAnswer = { type: 'ok', id: '1', output: {} };

function fakeDriver(answer: Answerer, capabilities: Driver['hello']['capabilities'] = []): Driver {
  return {
    hello: { type: 'hello', protocol: 'pca-driver/1', language: 'x', sdk: { name: 'x', version: '1' }, capabilities },
    call: async (call) =>
      call.operation === 'MadeUpOperation' ? { type: 'unsupported', id: '0', reason: 'unknown' } : answer(call),
    endpointFor: async () => ok,
    stderrTail: () => '',
    close: async () => {},
  };
}

function open(
  driver: Driver | DriverFault,
  {
    caFile,
    onStart,
    principals,
  }: {
    readonly caFile?: string;
    readonly onStart?: (options?: StartDriverOptions) => void;
    readonly principals?: PrincipalAccesses;
  } = {},
): ReturnType<typeof openDriverTarget> {
  return openDriverTarget({
    name: 'driver:x',
    // A reserved port on which nothing listens.
    url: 'http://127.0.0.1:1',
    region: 'us-east-1',
    credentials: { accessKeyId: 'ID', secretAccessKey: 'KEY' },
    caFile,
    principals,
    start: async (options) => {
      onStart?.(options);
      if (driver instanceof DriverFault) throw driver;
      return driver;
    },
  });
}

const error = { type: 'serviceError', id: '1', className: null, requestId: null, retryable: null } as const;

test.each<readonly [answer: CallAnswer, outcome: Outcome]>([
  [
    { ...ok, output: { Policy: '{}' } },
    { kind: 'success', output: { Policy: '{}' } },
  ],
  [
    { ...error, code: 'InvalidPolicyException', message: 'No.', status: 400 },
    { kind: 'service-error', error: 'InvalidPolicyException', status: 400, message: 'No.' },
  ],
  [
    { ...error, code: 'InvalidPolicyException', message: null, status: null },
    { kind: 'service-error', error: 'InvalidPolicyException', status: 400, message: undefined },
  ],
  [
    { ...error, code: 'Unknown', message: null, status: 502 },
    { kind: 'http-fault', status: 502, reason: 'the error has no name' },
  ],
  [
    { ...error, code: null, message: null, status: null },
    { kind: 'http-fault', status: undefined, reason: 'the error has no name' },
  ],
  [
    { ...error, code: 'UnknownOperationException', message: null, status: 400 },
    { kind: 'not-implemented', reason: 'UnknownOperationException (HTTP 400)' },
  ],
  [
    { ...error, code: 'InternalFailure', message: 'put_policy is not yet implemented', status: null },
    { kind: 'not-implemented', reason: 'InternalFailure' },
  ],
  [
    { type: 'transportError', id: '1', cause: 'connection', message: 'refused' },
    { kind: 'transport-error', reason: 'refused' },
  ],
  [
    { type: 'transportError', id: '1', cause: 'timeout', message: 'late' },
    { kind: 'timeout', deadlineMs: 7 },
  ],
  [
    { type: 'transportError', id: '1', cause: 'answer', message: 'no JSON' },
    { kind: 'http-fault', status: undefined, reason: 'the SDK cannot read the answer: no JSON' },
  ],
  [
    { type: 'transportError', id: '1', cause: 'request', message: 'too short' },
    { kind: 'not-implemented', reason: 'the SDK does not send it: too short' },
  ],
  [
    { type: 'unsupported', id: '1', reason: 'no such member' },
    { kind: 'not-implemented', reason: 'the driver does not offer it: no such member' },
  ],
])('%j becomes %j', (answer, outcome) => {
  expect(classifyCallAnswer(answer, 7)).toEqual(outcome);
});

describe('a target behind a driver', () => {
  test('sends policy calls with one attempt through the driver, and all others itself', async () => {
    const calls: DriverCall[] = [];
    const target = await open(
      fakeDriver((call) => {
        calls.push(call);
        return ok;
      }),
    );
    expect(await target.call(get, limits)).toEqual({ kind: 'success', output: {} });
    const describeCall = { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } } as const;
    expect(await target.call(describeCall, limits)).toMatchObject({ kind: 'transport-error' });
    const credentials = { accessKeyId: 'ID', secretAccessKey: 'KEY' };
    const given = {
      endpoint: 'http://127.0.0.1:1',
      region: 'us-east-1',
      credentials,
      deadlineMs: 60_000,
      maxAttempts: 1,
    };
    expect(calls).toEqual([{ operation: 'GetPolicy', input: get.input, ...given }]);
    await target.dispose();
  });

  test('offers concurrency if the driver does', async () => {
    const [without, withIt] = await Promise.all([
      open(fakeDriver(() => ok)),
      open(fakeDriver(() => ok, ['concurrency'])),
    ]);
    expect(withIt.offers).toEqual([...without.offers, 'concurrency']);
  });

  test('disables input validation of the SDK, if the driver can', async () => {
    const calls: DriverCall[] = [];
    const target = await open(
      fakeDriver(
        (call) => {
          calls.push(call);
          return ok;
        },
        ['unchecked-input'],
      ),
    );
    await target.call(get, limits);
    expect(calls).toMatchObject([{ operation: 'GetPolicy', checkInput: false }]);
    await target.dispose();
  });

  test('has its calls made in JSON, if the SDK can be told', async () => {
    const calls: DriverCall[] = [];
    const driver = fakeDriver((call) => {
      calls.push(call);
      return ok;
    });
    for (const protocols of [['cbor', 'json'] as const, undefined]) {
      const target = await open({ ...driver, hello: { ...driver.hello, protocols: protocols && [...protocols] } });
      await target.call(get, limits);
      await target.dispose();
    }
    expect(calls.map(({ protocol }) => protocol)).toEqual(['json', undefined]);
  });

  test('starts the deadline of a call when the driver is free', async () => {
    const answers: (() => void)[] = [];
    const target = await open(fakeDriver(() => new Promise((resolve) => answers.push(() => resolve(ok)))));
    const late = await target.call(get, { deadlineMs: 1 });
    expect(late).toEqual({ kind: 'timeout', deadlineMs: 1 });
    // The driver is still busy with the previous call, so nothing is sent and the deadline has not started.
    const next = target.call(get, { deadlineMs: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await expect.poll(() => answers).toHaveLength(2);
    answers[1]?.();
    expect(await next).toEqual({ kind: 'success', output: {} });
  });

  test.each([
    ['does not start', new DriverFault('it does not start\nfix: start it'), 'it does not start'],
    [
      'answers what does not exist',
      { ...fakeDriver(() => ok), call: async () => ok },
      'answered MadeUpOperation, which does not exist, with ok',
    ],
    [
      'fails by itself',
      fakeDriver(() => ({ type: 'driverError', id: '1', message: 'null pointer' })),
      'the driver failed by itself: null pointer',
    ],
  ] as const)('rejects every call if the driver %s', async (_, driver, message) => {
    const target = await open(driver);
    await expect(target.call(get, limits)).rejects.toThrow(DriverFault);
    await expect(target.call(get, limits)).rejects.toThrow(message);
    await target.dispose();
  });

  test('names the CA file of its endpoint in the environment of the driver', async () => {
    const started: (StartDriverOptions | undefined)[] = [];
    const caFile = new URL(import.meta.url).pathname;
    await open(
      fakeDriver(() => ok),
      { caFile, onStart: (options) => started.push(options) },
    );
    const environment = { AWS_CA_BUNDLE: caFile, NODE_EXTRA_CA_CERTS: caFile, SSL_CERT_FILE: caFile };
    expect(started).toEqual([{ environment }]);
  });
});

const third: PrincipalAccesses = {
  accesses: {
    third: {
      facts: { account: '777788889999' },
      credentials: async () => ({ accessKeyId: 'THIRD', secretAccessKey: 'x', sessionToken: 'token' }),
    },
  },
};

test('the driver receives the keys of the principal that calls', async () => {
  const keys: unknown[] = [];
  const answer: Answerer = ({ credentials }) => {
    keys.push(credentials);
    return ok;
  };
  const target = await open(fakeDriver(answer, ['session-token']), { principals: third });
  await target.call(get, limits);
  await target.call(get, { ...limits, as: 'third' });
  expect(keys).toEqual([
    { accessKeyId: 'ID', secretAccessKey: 'KEY' },
    { accessKeyId: 'THIRD', secretAccessKey: 'x', sessionToken: 'token' },
  ]);
  expect(target.principals).toEqual({ third: { account: '777788889999' } });
});

test('a driver that does not sign with session tokens has no principals that need them', async () => {
  const { principals, principalsFault } = await open(
    fakeDriver(() => ok),
    { principals: third },
  );
  expect({ principals, principalsFault }).toEqual({
    principals: undefined,
    principalsFault: 'the driver does not sign with session tokens, which the keys of a role need',
  });
});
