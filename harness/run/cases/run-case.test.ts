// A case on a target whose reads lag: within the bound nothing fails, beyond it everything does.

import { expect, test } from 'vitest';
import type { Case } from '../../api/case.js';
import type { Outcome } from '../../api/outcome.js';
import { requestOf, type ApiCall } from '../../api/raw-request.js';
import { oracle } from '../../model/oracle.js';
import type { Caller } from '../session/caller/caller.js';
import type { Clock } from '../session/clock.js';
import { runCase } from './run-case.js';
import type { CaseRun } from './case-run.js';
import { createSettling } from '../session/settling.js';
import { callerTo, plainContext, poolOf } from '../../testing/fake-context.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'acm-pca:GetCertificate', Resource: '{{ca0.arn}}' },
  ],
});

/** A clock that moves only while somebody waits. */
function virtualClock(): Clock {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    pause: async (durationMs) => {
      nowMs += durationMs;
    },
  };
}

/** A store whose reads show a change only after some time. */
function laggingCaller(clock: Clock, lagMs: number): Caller {
  const changes: { readonly atMs: number; readonly policy: string | undefined }[] = [];
  const call = async (operation: ApiCall): Promise<Outcome> => {
    if (operation.kind === 'PutPolicy') changes.push({ atMs: clock.nowMs(), policy: operation.input.Policy });
    if (operation.kind === 'DeletePolicy') changes.push({ atMs: clock.nowMs(), policy: undefined });
    if (operation.kind !== 'GetPolicy' && operation.kind !== 'RawRequest') return { kind: 'success', output: {} };
    const visible = changes.findLast(({ atMs }) => atMs + lagMs <= clock.nowMs())?.policy;
    return visible === undefined
      ? { kind: 'service-error', error: 'ResourceNotFoundException', status: 400 }
      : { kind: 'success', output: { Policy: visible } };
  };
  return callerTo(call);
}

const pool = poolOf({ arn, status: 'ACTIVE' });

const read: ApiCall = { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } };

async function run(
  role: 'control' | 'subject',
  lagMs: number,
  boundMs: number,
  operation: ApiCall = read,
): Promise<CaseRun['result']> {
  const clock = virtualClock();
  const subject: Case = {
    inputClass: 's',
    given: ['usable'],
    steps: [
      { role: 'control', operation: { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: policy } } },
      { role, operation },
    ],
  };
  const settling = createSettling(boundMs);
  const caller = laggingCaller(clock, lagMs);
  const { result } = await runCase(
    { caller, pool, oracle, clock, settling, settlingDecisions: settling, ...plainContext() },
    subject,
  );
  return result;
}

test.each(['control', 'subject'] as const)('a %s read may lag within the bound', async (role) => {
  expect(await run(role, 300, 2_000)).toMatchObject({ kind: 'holds' });
});

test('a raw read may lag within the bound too, and one with a flaw is sent once', async () => {
  const { input } = requestOf(read);
  expect(await run('control', 300, 2_000, { kind: 'RawRequest', input })).toMatchObject({ kind: 'holds' });
  const odd = { ...input, path: '/policies' };
  expect(await run('control', 300, 2_000, { kind: 'RawRequest', input: odd })).toMatchObject({ kind: 'not-observed' });
});

test('a subject read that lags beyond the bound violates', async () => {
  expect(await run('subject', 3_000, 2_000)).toMatchObject({ kind: 'violated' });
});

test('a control read that lags beyond the bound violates as well', async () => {
  expect(await run('control', 3_000, 2_000)).toMatchObject({ kind: 'violated' });
});

test('an answer that a service may give is not a lagging read, whatever it is judged for', async () => {
  const clock = virtualClock();
  const startedMs = clock.nowMs();
  const subject: Case = {
    inputClass: 's',
    given: ['usable'],
    steps: [
      { role: 'control', operation: { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: policy } } },
      { role: 'subject', operation: read, guarantee: 'status-400' },
    ],
  };
  const caller = laggingCaller(clock, 0);
  const settling = createSettling(2_000);
  const { result } = await runCase(
    { caller, pool, oracle, clock, settling, settlingDecisions: settling, ...plainContext() },
    subject,
  );
  expect(result).toMatchObject({ kind: 'not-observed' });
  expect(clock.nowMs()).toBe(startedMs);
});

test('reads are no longer given time after ten fruitless waits, unless one succeeded', () => {
  const never = createSettling(2_000);
  for (let wait = 1; wait <= 10; wait += 1) never.waited(false);
  expect(never.allowanceMs()).toBe(0);
  const once = createSettling(2_000);
  for (let wait = 1; wait <= 20; wait += 1) once.waited(wait === 3);
  expect(once.allowanceMs()).toBe(2_000);
});
