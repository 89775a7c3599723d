// A run on a client: the verdict of a check, the content of failures, and what ends a run.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallAnswer, Driver, DriverCall } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
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
}

async function play(checks: readonly SdkCheck[], respond: (call: DriverCall) => Promise<CallAnswer>): Promise<Played> {
  let asked = 0;
  const driver: Driver = {
    hello: {
      type: 'hello',
      protocol: 'pca-driver/1',
      language: 'TypeScript',
      sdk: { name: 'fake', version: '1' },
      capabilities: ['concurrency'],
    },
    call: async (call) => {
      // The call by which the run learns the protocol of the client.
      if (call.operation === 'GetPolicy') return { type: 'ok', id: '', output: {} };
      asked += 1;
      return respond(call);
    },
    endpointFor: async () => ({ type: 'unsupported', id: '', reason: 'none' }),
    stderrTail: () => '',
    close: async () => {},
  };
  const run = await runSdk({
    checks,
    startDriver: async () => driver,
    seed: 1,
    driver: undefined,
    protocol: undefined,
    concurrency: 4,
    clock: systemClock,
    wallMs: () => 0,
    signal: new AbortController().signal,
    writeAuthority: async () => '',
    onCheck: () => {},
  });
  return { run, asked };
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
