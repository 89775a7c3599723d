// The guarantees about refusals and descriptions that a single answer can be judged by.

import { callerErrors } from '../../api/common-errors.js';
import type { Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';
import { requirements } from '../../catalogue/index.js';
import { ownerOf } from '../../model/access/access-request.js';
import type { Guarantee, Judgement } from './guarantee.js';
import { transientErrors } from './transient-errors.js';
import type { ServiceState } from '../../model/state/state.js';

export type AccessAnswerGuarantee =
  'denied-by-name' | 'refused-first' | 'refused-by-signature-name' | 'tells-the-owner' | 'lists-no-authority';

const silent: Judgement = { kind: 'silent' };
const kept: Judgement = { kind: 'kept' };

export const accessGuarantees: Readonly<Record<AccessAnswerGuarantee, Guarantee>> = {
  // AUTH-01: the documentation has status 403, and every published refusal 400.
  'denied-by-name': {
    text: 'A caller without permission is refused with AccessDeniedException and status 400 or 403.',
    judge(outcome) {
      const expected = ['AccessDeniedException (HTTP 400)', 'AccessDeniedException (HTTP 403)'];
      if (outcome.kind === 'http-fault') {
        return outcome.status === 401 || outcome.status === 403 ? { kind: 'broken', expected } : silent;
      }
      if (outcome.kind !== 'service-error') return silent;
      const { error, status } = outcome;
      // Such as an expired key, which says nothing of permissions.
      if (error !== 'AccessDeniedException' && callerErrors.includes(error)) return silent;
      if (error === 'AccessDeniedException') {
        return status === 400 || status === 403 ? kept : { kind: 'broken', expected };
      }
      if (status === 401 || status === 403) return { kind: 'broken', expected };
      return error === 'ResourceNotFoundException'
        ? { kind: 'kept', note: 'answered ResourceNotFoundException; AccessDeniedException is preferred' }
        : silent;
    },
  },
  // ACC-23
  'refused-first': {
    text: 'A caller without permission is refused before any other error.',
    judge(outcome) {
      if (outcome.kind !== 'service-error') return silent;
      const isRefusal = ['AccessDeniedException', 'ResourceNotFoundException'].includes(outcome.error);
      return isRefusal ? kept : { kind: 'broken', expected: ['AccessDeniedException'] };
    },
  },
  // AUTH-09. Whether signatures are verified at all is up to each emulator.
  'refused-by-signature-name': {
    text: 'A request without a valid signature is refused with a 4xx status and a documented name.',
    judge(outcome) {
      if (outcome.kind === 'success') return { kind: 'absent', reason: 'the target does not verify signatures' };
      if (outcome.kind !== 'service-error' || outcome.status >= 500 || transientErrors.has(outcome.error))
        return silent;
      const names: readonly string[] = requirements['AUTH-09'].answers ?? [];
      return [...names, ...callerErrors].includes(outcome.error) ? kept : { kind: 'broken', expected: names };
    },
  },
  // ACC-17
  'tells-the-owner': {
    text: 'DescribeCertificateAuthority tells the account that owns the CA.',
    judge(outcome, call) {
      if (outcome.kind !== 'success' || call.kind !== 'DescribeCertificateAuthority') return silent;
      const owner = ownerOf(call.input.CertificateAuthorityArn);
      const told = memberOf(outcome.output['CertificateAuthority'], 'OwnerAccount');
      return told === owner
        ? kept
        : { kind: 'broken', expected: [`OwnerAccount ${owner}`], actual: `OwnerAccount ${String(told)}` };
    },
  },
  // ACC-21, which takes the CAs of the case.
  'lists-no-authority': { text: 'The CAs of another account are not listed.', judge: () => silent },
};

/** Whether none of the CAs is listed. */
export function judgeList(outcome: Outcome, call: ApiCall, states: readonly ServiceState[]): Judgement {
  if (outcome.kind !== 'success' || call.kind !== 'ListCertificateAuthorities') return silent;
  const listed = outcome.output['CertificateAuthorities'];
  const arns = Array.isArray(listed) ? listed.map((each: unknown) => memberOf(each, 'Arn')) : [];
  const own = states.flatMap(({ authorities }) => [...authorities.values()]).find(({ arn }) => arns.includes(arn));
  if (own === undefined) return kept;
  return { kind: 'broken', expected: [`a list without ${own.arn}`], actual: `a list with ${own.arn}` };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
