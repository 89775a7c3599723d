// A run on a client: the verdict of a check, the content of failures, and what ends a run.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallAnswer, Driver, DriverCall } from '../api/driver.js';
import { DriverCrash, DriverFault } from '../api/driver-fault.js';
import type { Protocol } from '../api/protocol.js';
import type { SdkCase } from '../api/sdk-case.js';
import { systemClock } from '../run/session/clock.js';
import { holds, unobserved, violated } from './finding.js';
import { runSdk, type SdkRun } from './run-sdk.js';
import type { SdkCheck } from './sdk-check.js';

const answer = { kind: 'answer', status: 200, body: '' } as const;

function putting(policy: string): SdkCase {
  const input = { ResourceArn: 'arn', Policy: policy };
  return { script: [answer], actions: [{ kind: 'call', operation: 'PutPolicy', input }] };
}

/** Sends the policy with one letter lost, and reports success. */
async function losingLetter(letter: string, call: DriverCall): Promise<CallAnswer> {
  await fetch(call.endpoint ?? '', { method: 'POST', body: String(call.input['Policy']).replaceAll(letter, '') });
  return { type: 'ok', id: '', output: {} };
}

interface Played {
  readonly run: SdkRun;
  readonly asked: number;
  /** How often a driver was started. */
  readonly started: number;
}

interface Playing {
  /** What the driver lists in its hello. */
  readonly protocols?: Protocol[];
  readonly protocol?: Protocol | undefined;
  /** The first call, by which the run learns the protocol of the client. */
  readonly first?: (call: DriverCall) => Promise<CallAnswer>;
}

async function play(
  checks: readonly SdkCheck[],
  respond: (call: DriverCall) => Promise<CallAnswer>,
  { protocols, protocol, first }: Playing = {},
): Promise<Played> {
  let asked = 0;
  let started = 0;
  const driver: Driver = {
    hello: {
      type: 'hello',
      protocol: 'pca-driver/1',
      language: 'TypeScript',
      sdk: { name: 'fake', version: '1' },
      capabilities: ['concurrency'],
      ...(protocols === undefined ? {} : { protocols }),
    },
    call: async (call) => {
      if (call.operation === 'GetPolicy') return (await first?.(call)) ?? { type: 'ok', id: '', output: {} };
      asked += 1;
      return respond(call);
    },
    endpointFor: async () => ({ type: 'unsupported', id: '', reason: 'none' }),
    stderrTail: () => '',
    close: async () => {},
  };
  const run = await runSdk({
    checks,
    startDriver: async () => {
      started += 1;
      return { ...driver };
    },
    seed: 1,
    driver: undefined,
    protocol,
    concurrency: 4,
    clock: systemClock,
    wallMs: () => 0,
    signal: new AbortController().signal,
    writeAuthority: async () => '',
    onCheck: () => {},
  });
  return { run, asked, started };
}

/** Whether the body of the first request is the policy of the case. */
const arrives: SdkCheck['judge'] = ({ requests: [request], case: { actions } }) => {
  const [action] = actions;
  const given = action?.kind === 'call' ? action.input['Policy'] : undefined;
  if (request === undefined) return unobserved('no request was sent');
  const sent = Buffer.from(request.body).toString('utf8');
  return sent === given ? holds : violated(String(given), sent);
};

function checkOf(options: Partial<SdkCheck> = {}): SdkCheck {
  const texts = fc.string({ unit: fc.constantFrom(...'abcxyz'), maxLength: 30 });
  return {
    id: 'sdk-request/keeps-letters',
    requirement: 'SDK-09',
    title: 'keeps letters',
    inputClasses: [{ id: 'any', runs: 40, cases: texts.map(putting, policyOf) }],
    judge: arrives,
    ...options,
  };
}

function policyOf(value: unknown): string {
  const [action] = (value as SdkCase).actions;
  return action?.kind === 'call' ? String(action.input['Policy']) : '';
}

describe('a check', () => {
  test('passes if everything holds', async () => {
    const { run } = await play([checkOf()], (call) => losingLetter('-', call));
    expect(run.checks[0]).toMatchObject({ verdict: 'pass', failures: [], observed: 40, required: 1 });
  });

  test('fails with the shortest policy that the client changes, and with what was sent', async () => {
    const { run } = await play([checkOf()], (call) => losingLetter('y', call));
    expect(run.checks[0]?.verdict).toBe('fail');
    expect(run.checks[0]?.failures[0]).toMatchObject({
      guarantee: 'The client keeps letters.',
      expected: ['y'],
      actual: '',
      program: [{ operation: 'PutPolicy', input: { ResourceArn: 'arn', Policy: 'y' }, answer: 'ok {}' }],
      replay: 'npx pca-conformance sdk --filter sdk-request/keeps-letters --seed 1',
    });
    expect(run.checks[0]?.failures[0]?.differences.join('\n')).toContain('scripted answer 1: status 200');
    expect(run.checks[0]?.failures[0]?.differences.join('\n')).toContain('request 1: POST / HTTP/1.1');
  });

  test('of level note only remarks on it', async () => {
    const { run } = await play([checkOf({ requirement: 'SDK-19' })], (call) => losingLetter('y', call));
    expect(run.checks[0]).toMatchObject({ verdict: 'indeterminate', failures: [] });
    expect(run.checks[0]?.notes).toHaveLength(1);
  });

  test('is vacuous if nothing was sent', async () => {
    const { run } = await play([checkOf()], async () => ({ type: 'ok', id: '', output: {} }));
    expect(run.checks[0]).toMatchObject({ verdict: 'vacuous', reason: 'any: no request was sent', observed: 0 });
  });

  test('is unsupported if the driver cannot do it, or does not know it', async () => {
    const unknown = async (): Promise<CallAnswer> => ({ type: 'unsupported', id: '', reason: 'not known' });
    const needing = checkOf({ id: 'sdk-request/needs', needs: ['cancel'] });
    const { run, asked } = await play([checkOf(), needing], unknown);
    expect(run.checks.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['unsupported', 'not known'],
      ['unsupported', 'the driver does not offer cancel'],
    ]);
    expect(asked).toBeGreaterThan(0);
  });
});

test('a case that two checks have is run once', async () => {
  const inputClasses = [{ id: 'one', cases: fc.constant(putting('abc')) }];
  const checks = [checkOf({ inputClasses }), checkOf({ id: 'sdk-request/other', inputClasses })];
  const { run, asked } = await play(checks, (call) => losingLetter('-', call));
  expect(run.checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  expect(asked).toBe(1);
  expect(run.calls).toBe(1);
});

test('the same seed makes the same cases', async () => {
  const policiesOf = async (): Promise<readonly unknown[]> => {
    const policies: unknown[] = [];
    await play([checkOf()], async (call) => {
      policies.push(call.input['Policy']);
      return losingLetter('-', call);
    });
    return policies;
  };
  expect(await policiesOf()).toEqual(await policiesOf());
});

describe('a run ends', () => {
  test.for([
    ['by a fault of the driver', new DriverFault('it died'), true],
    ['by a fault of the suite', new Error('a defect'), false],
  ] as const)('%s', async ([, error, isOfDriver]) => {
    const { run } = await play([checkOf(), checkOf({ id: 'sdk-request/other' })], async () => {
      throw error;
    });
    expect(run.faults).toHaveLength(1);
    expect(run.faults[0]).toMatchObject({ isOfDriver });
    expect(run.faults[0]?.message).toContain(error.message);
    expect(run.checks).toEqual([]);
  });

  test('if the driver reports that it failed itself', async () => {
    const { run } = await play([checkOf()], async () => ({ type: 'driverError', id: '', message: 'no memory' }));
    expect(run.faults).toEqual([{ isOfDriver: true, message: expect.stringContaining('no memory') }]);
  });
});

/** Sends the policy in the protocol of which the call speaks. */
async function inProtocol({ endpoint, protocol, input }: DriverCall): Promise<CallAnswer> {
  const path = protocol === 'cbor' ? '/service/ACMPrivateCA/operation/PutPolicy' : '';
  await fetch(`${endpoint}${path}`, { method: 'POST', body: String(input['Policy']) });
  return { type: 'ok', id: '', output: {} };
}

describe('protocols', () => {
  const both: Protocol[] = ['json', 'cbor'];
  const one = { requirement: 'SDK-13', inputClasses: [{ id: 'one', cases: fc.constant(putting('abc')) }] } as const;

  test('a check is made in each that the driver lists, and fails by the one in which it fails', async () => {
    const lossy = async (call: DriverCall): Promise<CallAnswer> =>
      inProtocol(call.protocol === 'cbor' ? { ...call, input: { Policy: 'ab' } } : call);
    const { run } = await play([checkOf(one)], lossy, { protocols: both });
    expect(run.protocols).toEqual(both);
    expect(run.checks[0]).toMatchObject({ verdict: 'fail', required: 2, observed: 2 });
    expect(run.checks[0]?.failures.map(({ inputClass }) => inputClass)).toEqual(['one (cbor)']);
    expect(run.checks[0]?.failures[0]?.replay).toContain(' --protocol cbor ');
  });

  test('one alone is judged if the user says so', async () => {
    const { run, asked } = await play([checkOf(one)], inProtocol, { protocols: both, protocol: 'cbor' });
    expect([run.protocols, asked]).toEqual([['cbor'], 1]);
  });

  test('a check on the other protocol is not part of the run', async () => {
    const ofCbor = checkOf({ ...one, id: 'sdk-cbor/x', requirement: 'SDK-134' });
    const { run } = await play([checkOf(one), ofCbor], inProtocol);
    expect(run.checks.map(({ id }) => id)).toEqual(['sdk-request/keeps-letters']);
  });

  test('a client that cannot be told is judged in the one of its first request, and no other', async () => {
    const first = (call: DriverCall): Promise<CallAnswer> => inProtocol({ ...call, protocol: 'cbor' });
    expect((await play([], inProtocol, { first })).run.protocols).toEqual(['cbor']);
    await expect(play([], inProtocol, { first, protocol: 'json' })).rejects.toThrow('the client speaks cbor');
    await expect(play([], inProtocol, { protocols: ['json'], protocol: 'cbor' })).rejects.toThrow('lists only json');
  });

  test('a driver that does not do what it lists is at fault', async () => {
    const first = (call: DriverCall): Promise<CallAnswer> => inProtocol({ ...call, protocol: 'json' });
    const { run } = await play([checkOf(one)], inProtocol, { protocols: both, first });
    expect(run.faults).toEqual([{ isOfDriver: true, message: expect.stringContaining('was sent in json') }]);
  });
});

describe('a client that crashes', () => {
  const crash = new DriverCrash('it ended by itself', 'exit code 2', ['panic: nil']);
  const twoPolicies = checkOf({
    inputClasses: ['abc', 'xyz'].map((policy) => ({ id: policy, cases: fc.constant(putting(policy)) })),
  });

  test('fails by the case that ends its process alone, with what it printed; the rest is judged by a new one', async () => {
    const other = checkOf({ id: 'sdk-request/other', inputClasses: [{ id: 'c', cases: fc.constant(putting('c')) }] });
    const { run, started } = await play([twoPolicies, other], async (call) => {
      if (call.input['Policy'] === 'xyz') throw crash;
      return losingLetter('-', call);
    });
    expect(run.faults).toEqual([]);
    expect(run.checks.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
    const [failure, ...others] = run.checks[0]?.failures ?? [];
    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      inputClass: 'xyz',
      actual: 'the process of the client ended: exit code 2',
      program: [{ answer: 'the end of the process: exit code 2' }],
    });
    expect(failure?.differences[0]).toBe('the client printed: panic: nil');
    expect(started).toBeGreaterThanOrEqual(2);
  });

  test('ends the run if it crashes in its first call, or too often', async () => {
    const always = async (): Promise<CallAnswer> => {
      throw crash;
    };
    expect((await play([twoPolicies], losingLetter.bind(undefined, '-'), { first: always })).run.faults).toHaveLength(
      1,
    );
    const inputClasses = Array.from({ length: 40 }, (_each, index) => ({
      id: String(index),
      cases: fc.constant(putting(String(index))),
    }));
    const { run } = await play([checkOf({ inputClasses })], always);
    expect(run.faults).toEqual([{ isOfDriver: true, message: 'it ended by itself' }]);
  });
});
