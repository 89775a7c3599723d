// `driver check` on drivers with one fault: the step for this fault detects it, and no earlier step fails.

import { expect, test } from 'vitest';
import type { CallAnswer, Driver, DriverCall, StartDriver } from '../api/driver.js';
import { checkDriver, type StepResult } from './check-driver.js';
import { driverCommand } from './child-process.js';
import { startInProcess } from './javascript/in-process.js';
import { scriptedDriver } from './testing/scripted-driver.js';

async function findingsOf(start: StartDriver): Promise<readonly StepResult[]> {
  const findings: StepResult[] = [];
  await checkDriver(start, (finding) => findings.push(finding));
  return findings;
}

function problemsIn(findings: readonly StepResult[]): readonly string[] {
  return findings.filter(({ kind }) => kind === 'problem').map(({ name }) => name);
}

/** The JavaScript driver with one fault. */
function mutated({
  call = (given) => given,
  answer = (given) => given,
  make = (driver, given, options) => driver.call(given, options),
  capabilities,
  protocols,
}: {
  readonly call?: (given: DriverCall) => DriverCall;
  readonly answer?: (given: CallAnswer, call: DriverCall) => CallAnswer;
  readonly make?: (driver: Driver, given: DriverCall, options?: Parameters<Driver['call']>[1]) => Promise<CallAnswer>;
  readonly capabilities?: Driver['hello']['capabilities'];
  readonly protocols?: Driver['hello']['protocols'];
}): StartDriver {
  return async () => {
    const driver = await startInProcess();
    return {
      ...driver,
      hello: {
        ...driver.hello,
        ...(capabilities === undefined ? {} : { capabilities }),
        ...(protocols === undefined ? {} : { protocols }),
      },
      call: async (given, options) => answer(await make(driver, call(given), options), given),
    };
  };
}

function withPolicy(change: (policy: string) => string): (given: DriverCall) => DriverCall {
  return (given) => {
    const policy = given.input['Policy'];
    return typeof policy === 'string' ? { ...given, input: { ...given.input, Policy: change(policy) } } : given;
  };
}

test('finds no problem in the driver of the JavaScript SDK, in process', async () => {
  const findings = await findingsOf(startInProcess);
  expect(findings.map(({ kind }) => kind)).toEqual(findings.map(() => 'ok'));
  expect(findings.length).toBeGreaterThan(15);
});

const failed: CallAnswer = { type: 'driverError', id: '', message: 'failed' };

test.concurrent.for<readonly [does: string, step: string, start: StartDriver]>([
  [
    'answers everything with success',
    'made-up operation',
    mutated({ answer: (_, { operation }) => ({ type: 'ok', id: '', output: { operation } }) }),
  ],
  [
    'hides the code of an error',
    'GetPolicy without a policy',
    mutated({ answer: (told) => (told.type === 'serviceError' ? { ...told, code: 'Exception' } : told) }),
  ],
  [
    'decorates the message of an error',
    'GetPolicy without a policy',
    mutated({
      answer: (told) => (told.type === 'serviceError' ? { ...told, message: `Error: ${told.message}` } : told),
    }),
  ],
  [
    'reports errors as its own faults',
    'GetPolicy without a policy',
    mutated({ answer: (told) => (told.type === 'serviceError' ? failed : told) }),
  ],
  ['lists a protocol that it does not use', 'protocols', mutated({ protocols: ['json', 'cbor'] })],
  ['parses the policy', 'odd policies', mutated({ call: withPolicy((policy) => policy.replace(/^\s+|\s+$/g, '')) })],
  [
    'reads files',
    'odd policies',
    mutated({ call: withPolicy((policy) => (policy.startsWith('file:') ? '' : policy)) }),
  ],
  ['drops a character', 'long policies', mutated({ call: withPolicy((policy) => policy.replace('\u0085', '')) })],
  ['cuts long policies', 'long policies', mutated({ call: withPolicy((policy) => policy.slice(0, 65_536)) })],
  [
    'sends every write twice',
    'PutPolicy',
    mutated({
      make: async (driver, given, options) => {
        if (given.operation === 'PutPolicy') await driver.call(given, options);
        return driver.call(given, options);
      },
    }),
  ],
  [
    'renames the members of the output',
    'GetPolicy',
    mutated({ answer: (told) => (told.type === 'ok' ? { ...told, output: { policy: told.output['Policy'] } } : told) }),
  ],
  [
    'fills in a missing member',
    'a missing member',
    mutated({
      call: (given) =>
        given.operation === 'PutPolicy' ? { ...given, input: { Policy: '{}', ...given.input } } : given,
    }),
  ],
  [
    'drops unknown members',
    'an unknown member',
    mutated({ call: (given) => ({ ...given, input: withoutUnknown(given.input) }) }),
  ],
  [
    'signs with its own keys',
    'credentials and region',
    mutated({ call: (given) => ({ ...given, credentials: { ...given.credentials, accessKeyId: 'AKIDOTHER' } }) }),
  ],
  ['signs for one region', 'credentials and region', mutated({ call: (given) => ({ ...given, region: 'us-east-1' }) })],
  [
    'forgets the session token',
    'session token',
    mutated({
      call: (given) => {
        const { sessionToken: _, ...kept } = given.credentials;
        return { ...given, credentials: kept };
      },
    }),
  ],
  [
    'validates input that it is told to send unchecked',
    'unchecked input',
    mutated({
      make: async (driver, given, options) =>
        given.input['ResourceArn'] === ''
          ? { type: 'transportError', id: '', cause: 'request', message: 'ResourceArn is empty' }
          : driver.call(given, options),
    }),
  ],
  [
    'fails on a page',
    'an answer that is a page',
    mutated({ answer: (told) => (told.type === 'transportError' && told.cause === 'answer' ? failed : told) }),
  ],
  [
    'reports one cause for every failure',
    'an endpoint where nobody listens',
    mutated({ answer: (told) => (told.type === 'transportError' ? { ...told, cause: 'other' } : told) }),
  ],
  ['ignores the attempts', 'number of attempts', mutated({ call: (given) => ({ ...given, maxAttempts: 2 }) })],
  [
    'reports an expired deadline with another cause',
    'deadline',
    mutated({
      answer: (told) =>
        told.type === 'transportError' && told.cause === 'timeout' ? { ...told, cause: 'other' } : told,
    }),
  ],
  [
    'does not cancel a call',
    'cancel',
    mutated({ make: (driver, given) => driver.call({ ...given, deadlineMs: given.deadlineMs === null ? null : 300 }) }),
  ],
  ['mixes answers up', '100 calls at a time', mixingAnswersUp()],
])('detects a driver that %s', async ([, step, start]) => {
  const problems = problemsIn(await findingsOf(start));
  expect(problems).toContain(step);
});

function withoutUnknown({ ResourceArn, Policy }: DriverCall['input']): DriverCall['input'] {
  return { ...(ResourceArn === undefined ? {} : { ResourceArn }), ...(Policy === undefined ? {} : { Policy }) };
}

/** Swaps the answers of two concurrent calls. */
function mixingAnswersUp(): StartDriver {
  let last: Promise<CallAnswer> | undefined;
  return mutated({
    make: async (driver, given, options) => {
      const before = last;
      const own = driver.call(given, options);
      last = own;
      void own.finally(() => {
        if (last === own) last = undefined;
      });
      return before ?? own;
    },
  });
}

test('stops at a protocol violation, and shows the last lines of stderr', async () => {
  const script = `on.call = () => { console.error('no such thing'); process.exit(1); };`;
  const findings = await findingsOf(driverCommand(scriptedDriver(script)));
  expect(findings.map(({ kind, name }) => [kind, name])).toEqual([
    ['ok', 'hello'],
    ['problem', 'made-up operation'],
  ]);
  expect(findings.at(-1)).toMatchObject({ stderr: ['Its last lines on stderr:', '  no such thing'] });
});

test('skips the steps that a driver does not offer', async () => {
  const findings = await findingsOf(mutated({ capabilities: [] }));
  const names = findings.filter(({ kind }) => kind === 'not-offered').map(({ name }) => name);
  expect(names).toEqual([
    'session token',
    'unchecked input',
    'number of attempts',
    'deadline',
    'cancel',
    '100 calls at a time',
    'endpoints',
  ]);
});
