// The checks that need hand-made requests can fail too, and fail nobody who conforms: servers in front of the emulator
// whose answers are bent on their way, each caught by the check named beside it or passed by all of them.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import { caseFileSchema } from '../api/case-file.js';
import { levelOf, type Check } from '../run/check.js';
import { systemClock } from '../run/clock.js';
import { runCheck, type CheckResult } from '../run/run-check.js';
import { createSession } from '../run/session.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import { startBent, type Answered, type Asked, type Bend } from './testing/bent-server.js';
import { credentials, startReference, type TestEmulator } from './testing/reference-emulator.js';

/** Bends the members of every error. */
function errors(rewrite: (members: Readonly<Record<string, unknown>>, status: number) => Partial<Answered>): Bend {
  return (right) => (right.status < 400 ? right : { ...right, ...rewrite(JSON.parse(right.body), right.status) });
}

function bodyOf(members: object): Partial<Answered> {
  return { body: JSON.stringify(members) };
}

/** Bends the successes of one operation. */
function successOf(name: string, rewrite: (right: Answered, asked: Asked) => Partial<Answered>): Bend {
  return (right, asked) =>
    asked.operation === name && right.status === 200 ? { ...right, ...rewrite(right, asked) } : right;
}

/** Bends the answers to what the emulator cannot read, for one of its reasons. */
function faultsNamed(name: string, faulty: Partial<Answered>): Bend {
  return errors((members) => (members['__type'] === name ? faulty : {}));
}

const page = { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Internal Server Error</h1>' };
const success = { status: 200, body: '' };

const deviants: Readonly<Record<string, Bend>> = {
  'answers PutPolicy with a member': successOf('PutPolicy', (_right, { body }) => ({ body })),
  'answers DeletePolicy with status 204': successOf('DeletePolicy', () => ({ status: 204 })),
  'answers DeletePolicy with a text': successOf('DeletePolicy', () => ({ body: 'OK' })),
  'answers GetPolicy with the policy as an object': successOf('GetPolicy', ({ body }) =>
    bodyOf({ Policy: JSON.parse(JSON.parse(body).Policy) }),
  ),
  'answers GetPolicy with a text': successOf('GetPolicy', ({ body }) => ({ body: `${body}.` })),
  'gives messages that are objects': errors((members) => bodyOf({ ...members, message: { text: 'no' } })),
  'gives errors no name': errors(({ message }) => bodyOf({ message })),
  'answers errors with a page': errors((_members, status) => ({ ...page, status })),
  'accepts what lacks a member': faultsNamed('ValidationException', success),
  'breaks on a value of the wrong type': faultsNamed('SerializationException', page),
  'loses the policy when it refuses': async (right, { body }, forward) => {
    if (right.status >= 400) await forward('DeletePolicy', body);
    return right;
  },
  'takes an unknown operation for done': faultsNamed('UnknownOperationException', success),
};

/** The deviants that each check must catch. */
const killedBy: Readonly<Record<string, readonly string[]>> = {
  'wire/put-policy-has-no-output': ['answers PutPolicy with a member'],
  'wire/get-policy-returns-a-string': [
    'answers GetPolicy with the policy as an object',
    'answers GetPolicy with a text',
  ],
  'wire/delete-policy-has-no-output': ['answers DeletePolicy with status 204', 'answers DeletePolicy with a text'],
  'wire/messages-are-strings': ['gives messages that are objects'],
  'wire/errors-are-named': ['gives errors no name', 'answers errors with a page'],
  'wire/refuses-missing-members': ['accepts what lacks a member', 'gives errors no name'],
  'wire/refuses-wrong-types': ['breaks on a value of the wrong type', 'loses the policy when it refuses'],
  'wire/refuses-unreadable-bodies': ['breaks on a value of the wrong type', 'answers errors with a page'],
  'wire/refuses-unknown-operations': ['takes an unknown operation for done'],
};

const twins: Readonly<Record<string, Bend>> = {
  'answers {} instead of an empty body': (right) => (right.body === '' ? { ...right, body: '{}' } : right),
  'names errors in the header alone': errors(({ __type: name, message }) => ({
    headers: { 'x-amzn-errortype': String(name) },
    ...bodyOf({ message }),
  })),
  'names errors in the header alone, without a body': errors(({ __type: name }) => ({
    headers: { 'x-amzn-errortype': `${String(name)}:http://internal.example/` },
    body: '',
  })),
  'puts a namespace before the names of errors': errors((members) =>
    bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(members['__type'])}` }),
  ),
  'puts a URL after the names of errors': errors((members) =>
    bodyOf({ ...members, __type: `${String(members['__type'])}:http://internal.example/` }),
  ),
  'gives no message': errors(({ __type }) => bodyOf({ __type })),
  'gives null as message': errors(({ __type }) => bodyOf({ __type, message: null })),
  'adds members of its own': (right) =>
    right.body === '' ? right : { ...right, ...bodyOf({ ...JSON.parse(right.body), NoSuchMember: [1] }) },
  'refuses what it cannot read with another error': errors(({ __type }) =>
    __type === 'SerializationException' || __type === 'UnknownOperationException'
      ? { status: 404, ...bodyOf({ __type: 'ValidationException', message: 'no' }) }
      : {},
  ),
  'formats its JSON with white space': (right) =>
    right.body === '' ? right : { ...right, body: ` ${JSON.stringify(JSON.parse(right.body), undefined, 2)}\n` },
};

const wireChecks = allChecks.filter(({ needs }) => needs?.includes('wire'));
const failingChecks = wireChecks.filter((check) => levelOf(check) !== 'note');

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startReference({ nowMs: () => Date.now(), requireSignature: credentials });
});

afterAll(() => emulator.close());

async function judge(url: string, checks: readonly Check[]): Promise<Readonly<Record<string, CheckResult>>> {
  const session = createSession({
    config: {
      modelRevision: '2025-02-11',
      callTimeoutMs: 5_000,
      settleMs: 0,
      maxCalls: undefined,
      maxTimeMs: undefined,
      capabilities: {},
    },
    target: createEndpointTarget({ name: url, url, region: 'us-east-1', credentials }),
    runId: 'wire',
    acceptedPolicy,
    clock: systemClock,
    onEvent: () => {},
  });
  await session.probe();
  const results: Record<string, CheckResult> = {};
  for (const check of checks) {
    results[check.id] = await runCheck(session, check, { seed: 1, casesPerStratum: 1 }, () => {});
  }
  await session.close();
  return results;
}

async function judgeBent(bend: Bend, checks: readonly Check[]): Promise<Readonly<Record<string, CheckResult>>> {
  const server = await startBent(bend);
  try {
    return await judge(server.url, checks);
  } finally {
    await server.close();
  }
}

/** What is not passed, with the reason. */
function complaintsOf(results: Readonly<Record<string, CheckResult>>): readonly unknown[] {
  return Object.entries(results)
    .filter(([, { verdict }]) => verdict !== 'pass')
    .map(([id, { verdict, reason, failures }]) => ({ id, verdict, reason, runs: failures.map(({ run }) => run) }));
}

// The other checks have theirs in `detection.test.ts`, which takes every check that needs no hand-made requests.
test('every check that can fail here names a server that it catches', () => {
  expect(Object.keys(killedBy).sort()).toEqual(failingChecks.map(({ id }) => id).sort());
  expect(new Set(Object.values(killedBy).flat())).toEqual(new Set(Object.keys(deviants)));
});

describe.each(failingChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test.each(killedBy[id] ?? [])('catches the server that %s', async (name) => {
    const deviant = deviants[name];
    if (deviant === undefined) throw new Error(`There is no server that ${name}.`);
    const { [id]: result } = await judgeBent(deviant, [check]);
    expect(result?.verdict).toBe('fail');
    for (const { run } of result?.failures ?? []) expect(run.trace.length).toBeLessThanOrEqual(3);
  });
});

test('the emulator passes every check, signatures required', async () => {
  const results = await judge(emulator.url, wireChecks);
  expect(complaintsOf(results)).toEqual([]);
  expect(Object.values(results).flatMap(({ notes }) => notes)).toEqual([]);
});

test.each(Object.entries(twins))('a server that %s passes every check', async (_name, twin) => {
  expect(complaintsOf(await judgeBent(twin, wireChecks))).toEqual([]);
});

test('an empty answer in the form that is not preferred is a note', async () => {
  const { 'answers {} instead of an empty body': twin = (right: Answered) => right } = twins;
  const results = await judgeBent(
    twin,
    failingChecks.filter(({ requirement }) => /^WIRE-0[24]$/.test(requirement)),
  );
  expect(Object.values(results).flatMap(({ notes }) => notes)).toEqual([
    'output/put: answered {}; an empty body is preferred',
    'output/delete: answered {}; an empty body is preferred',
  ]);
});

test('a message that is spelt Message is a note', async () => {
  const [check] = failingChecks.filter(({ id }) => id === 'wire/messages-are-strings');
  const spelt = errors(({ __type, message }) => bodyOf({ __type, Message: message }));
  const { 'wire/messages-are-strings': result } = await judgeBent(spelt, check === undefined ? [] : [check]);
  expect(result).toMatchObject({
    verdict: 'pass',
    notes: expect.arrayContaining([expect.stringContaining('Message')]),
  });
});

test('what a target makes of unknown members and odd requests is a note', async () => {
  const refuses: Bend = (right, { body, isHandMade }) => (isHandMade && /NoSuch|^$/.test(body) ? page : { ...right });
  const results = await judgeBent(
    refuses,
    wireChecks.filter((check) => levelOf(check) === 'note'),
  );
  for (const { verdict, notes } of Object.values(results)) {
    expect(verdict).toBe('indeterminate');
    expect(notes).not.toEqual([]);
  }
});

test.each([
  ['status 501', { status: 501, body: '' }],
  ['an unknown operation', { status: 400, body: '{"__type":"UnknownOperationException"}' }],
])('hand-made requests that are all answered with %s are not judged', async (_form, answer) => {
  const results = await judgeBent(
    (right, { isHandMade }) => (isHandMade ? { ...right, ...answer } : right),
    wireChecks,
  );
  // To name an unknown operation is to name an error, which is all that this one asks.
  const { 'wire/errors-are-named': _named, ...others } = results;
  const judged = failingChecks.filter(({ id }) => others[id] !== undefined && others[id].verdict !== 'unsupported');
  expect(judged.map(({ id }) => id)).toEqual([]);
});

test('every case with a hand-made request can be saved and read back', () => {
  const { case: savedCase } = caseFileSchema.shape;
  for (const { strata } of wireChecks) {
    for (const { cases } of strata) {
      for (const subject of fc.sample(cases, { seed: 3, numRuns: 2 })) {
        const saved: unknown = JSON.parse(JSON.stringify(subject));
        expect(savedCase.parse(saved)).toEqual(saved);
      }
    }
  }
});
