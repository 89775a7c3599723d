// The stand-in for live AWS enforces the documented quotas, delays the visibility of changes, and computes the documented costs.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OperationInputs, OperationName } from '../api/operation.js';
import { answerOf, type Outcome } from '../api/outcome.js';
import { documentedQuotas, rateFor } from '../api/quotas.js';
import { referenceService } from '../model/reference-service.js';
import { sendOperation } from '../targets/sdk-client.js';
import { startStandIn, type StandIn } from './stand-in.js';
import { caller, createClient } from './testing/reference-emulator.js';

const clock = { nowMs: 0 };
let standIn: StandIn;
let client: ReturnType<typeof createClient>;

beforeEach(async () => {
  clock.nowMs = Date.UTC(2026, 0, 1);
  standIn = await startStandIn({
    service: referenceService(caller),
    nowMs: () => clock.nowMs,
    ...caller,
    keepsQuotas: true,
    visibilityLagMs: 300,
  });
  client = createClient(standIn.url);
});
afterEach(async () => {
  client.destroy();
  await standIn.close();
});

function call<Name extends OperationName>(kind: Name, input: OperationInputs[Name]): Promise<Outcome> {
  // Each name has its own input type, but the compiler cannot check a union of operations.
  return sendOperation(client, { kind, input } as Parameters<typeof sendOperation>[1], { deadlineMs: 30_000 });
}

async function createAuthority(UsageMode: 'SHORT_LIVED_CERTIFICATE' | 'GENERAL_PURPOSE'): Promise<string> {
  const outcome = await call('CreateCertificateAuthority', {
    CertificateAuthorityType: 'SUBORDINATE',
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'EC_prime256v1',
      SigningAlgorithm: 'SHA256WITHECDSA',
      Subject: { CommonName: 'test' },
    },
    UsageMode,
  });
  if (outcome.kind !== 'success') throw new Error(JSON.stringify(outcome));
  return String(outcome.output['CertificateAuthorityArn']);
}

test.each([
  ['DeletePolicy', 5],
  ['GetPolicy', 5],
] as const)('%s is throttled after %i calls in a second, by itself', async (kind, quota) => {
  const input = { ResourceArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/none' };
  const answers: string[] = [];
  for (let calls = 0; calls < quota + 2; calls += 1) answers.push(answerOf(await call(kind, input)));
  expect(answers.filter((answer) => answer === 'ThrottlingException')).toHaveLength(2);
  expect(answers.slice(quota)).toEqual(['ThrottlingException', 'ThrottlingException']);
  expect(answerOf(await call('ListCertificateAuthorities', {}))).toBe('Success');
  // One call is available again after a fifth of a second.
  clock.nowMs += 200;
  expect(answerOf(await call(kind, input))).not.toBe('ThrottlingException');
  expect(answerOf(await call(kind, input))).toBe('ThrottlingException');
  expect(standIn.throttledCount()).toBe(3);
  expect(standIn.requests.get(kind)).toBe(quota + 4);
});

test('the quotas are the documented ones, and the suite stays below each', () => {
  expect(documentedQuotas).toEqual({
    PutPolicy: 5,
    GetPolicy: 5,
    DeletePolicy: 5,
    ListPermissions: 5,
    DescribeCertificateAuthority: 20,
    DeleteCertificateAuthority: 10,
    CreateCertificateAuthority: 1,
  });
  for (const [operation, quota] of Object.entries(documentedQuotas))
    expect(rateFor(operation, 100)).toBeLessThan(quota);
  expect(rateFor('PutPolicy', 4)).toBe(4);
  expect(rateFor('PutPolicy', 0.5)).toBe(0.5);
});

test('a read shows a change only after the lag, and writes act at once', async () => {
  const arn = await createAuthority('SHORT_LIVED_CERTIFICATE');
  const describe = { CertificateAuthorityArn: arn };
  expect(answerOf(await call('DescribeCertificateAuthority', describe))).toBe('ResourceNotFoundException');
  expect(answerOf(await call('DeletePolicy', { ResourceArn: arn }))).toBe('Success');
  clock.nowMs += 299;
  expect(answerOf(await call('DescribeCertificateAuthority', describe))).toBe('ResourceNotFoundException');
  clock.nowMs += 1;
  expect(answerOf(await call('DescribeCertificateAuthority', describe))).toBe('Success');
});

test('a CA costs 50 or 400 USD a month pro rata, until it is deleted', async () => {
  const day = 24 * 3_600_000;
  const arn = await createAuthority('SHORT_LIVED_CERTIFICATE');
  clock.nowMs += 7 * day;
  expect(standIn.billUsd()).toBeCloseTo(50 / 4);
  await call('DeleteCertificateAuthority', { CertificateAuthorityArn: arn, PermanentDeletionTimeInDays: 7 });
  clock.nowMs += 3 * day;
  expect(standIn.billUsd()).toBeCloseTo(50 / 4);
  await createAuthority('GENERAL_PURPOSE');
  clock.nowMs += day;
  expect(standIn.billUsd()).toBeCloseTo(50 / 4 + 400 / 28);
  // Restoring a CA charges the time in which it was deleted.
  await call('RestoreCertificateAuthority', { CertificateAuthorityArn: arn });
  expect(standIn.billUsd()).toBeCloseTo((50 * 11) / 28 + 400 / 28);
});
