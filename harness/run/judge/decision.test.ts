// Which decision an answer shows: only one that the service made about the caller.

import { expect, test } from 'vitest';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { decisionOf, latestAnswers, type Decision } from './decision.js';

const authority = { CertificateAuthorityArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1' };
const describe: Operation = { kind: 'DescribeCertificateAuthority', input: authority };
const read: Operation = { kind: 'GetPolicy', input: { ResourceArn: authority.CertificateAuthorityArn } };
const fetch: Operation = { kind: 'GetCertificate', input: { ...authority, CertificateArn: 'a' } };
const success: Outcome = { kind: 'success', output: {} };

function error(name: string, status = 400): Outcome {
  return { kind: 'service-error', error: name, status };
}

test.each<[string, Operation, Outcome, Decision | undefined]>([
  ['a success', describe, success, 'allowed'],
  ['AccessDeniedException', describe, error('AccessDeniedException'), 'refused'],
  ['AccessDeniedException with status 403', describe, error('AccessDeniedException', 403), 'refused'],
  ['a CA that is not found', describe, error('ResourceNotFoundException'), 'refused'],
  ['another name with status 403', describe, error('AccessDenied', 403), 'refused'],
  ['a policy that is not found', read, error('ResourceNotFoundException'), undefined],
  ['a certificate that is not found', fetch, error('ResourceNotFoundException'), undefined],
  ['an expired key', describe, error('ExpiredTokenException', 403), undefined],
  ['a clock that is off', describe, error('InvalidSignatureException', 403), undefined],
  ['a throttled call', describe, error('ThrottlingException'), undefined],
  ['a failure of the service', describe, error('InternalFailure', 500), undefined],
  ['a page of a proxy', describe, { kind: 'http-fault', status: 403, reason: 'a page' }, undefined],
  ['a lost connection', describe, { kind: 'transport-error', reason: 'reset' }, undefined],
  ['no answer in time', describe, { kind: 'timeout', deadlineMs: 1 }, undefined],
  ['an error about the state', describe, error('InvalidStateException'), undefined],
])('%s', (_name, operation, outcome, expected) => {
  expect(decisionOf(operation, 'grantee', outcome)).toBe(expected);
});

test('the owner that does not find a CA was not refused', () => {
  expect(decisionOf(describe, undefined, error('ResourceNotFoundException'))).toBe(undefined);
});

test('a certificate that the owner found is there', () => {
  const answers = latestAnswers([{ call: fetch, outcome: success }]);
  expect(decisionOf(fetch, 'grantee', error('ResourceNotFoundException'), answers)).toBe('refused');
});

test('an error that the owner gets too shows that the caller was let in, if another caller was refused', () => {
  const ofOwner = { call: describe, outcome: error('InvalidStateException') };
  const ofThird = { call: describe, as: 'third', outcome: error('AccessDeniedException') } as const;
  const decided = (...given: Parameters<typeof latestAnswers>[0] & object): Decision | undefined =>
    decisionOf(describe, 'grantee', error('InvalidStateException'), latestAnswers([...given]));
  expect(decided(ofOwner)).toBe(undefined);
  expect(decided(ofThird)).toBe(undefined);
  expect(decided(ofOwner, ofThird)).toBe('allowed');
});
