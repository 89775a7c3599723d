// Freedoms in what depends on the state of a CA.

import { success, type Outcome } from '../../api/outcome.js';
import { afterwards } from '../afterwards.js';
import { isPlainObject } from '../documents.js';
import { authorityOf } from '../lag.js';
import { answers, createdArn, mutate, policyAt, refusal, refuses, refusesIn, statusOf } from '../mutate.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

function whileCreating(described: Outcome): Outcome {
  const authority = described.kind === 'success' ? described.output['CertificateAuthority'] : undefined;
  return isPlainObject(authority) ? success({ CertificateAuthority: { ...authority, Status: 'CREATING' } }) : described;
}

export const resourceStateVariants = named<Variant>({
  'creates-for-twenty-seconds': {
    freedom: 'A new CA is CREATING for 20 s, and accepts no other call in that time.',
    permittedBy: 'ST-01',
    mutate: mutate<ReadonlyMap<string, number>>(new Map(), ({ operation, atMs, memory, remember, ask }) => {
      const arn = authorityOf(operation);
      const isNew = (memory.get(arn) ?? -Infinity) > atMs - 20_000;
      if (isNew && operation.kind !== 'DescribeCertificateAuthority') return refusal('InvalidStateException');
      const outcome = ask(operation);
      const made = createdArn(operation, outcome);
      // A repeated creation is answered with the CA of the first.
      if (made !== undefined && !memory.has(made)) remember(new Map([...memory, [made, atMs]]));
      return isNew ? whileCreating(outcome) : outcome;
    }),
  },
  'issues-after-fifteen-seconds': {
    freedom: 'A certificate is issued 15 s after the request.',
    permittedBy: 'ST-01',
    mutate: mutate<ReadonlyMap<string, number>>(new Map(), ({ operation, atMs, memory, remember, ask }) => {
      if (operation.kind === 'GetCertificate') {
        const isEarly = (memory.get(operation.input.CertificateArn) ?? -Infinity) > atMs - 15_000;
        return isEarly ? refusal('RequestInProgressException') : ask(operation);
      }
      const outcome = ask(operation);
      const isIssued = operation.kind === 'IssueCertificate' && outcome.kind === 'success';
      if (isIssued) remember(new Map([...memory, [String(outcome.output['CertificateArn']), atMs]]));
      return outcome;
    }),
  },
  'loses-policies-on-restore': {
    freedom: 'A restored CA has no policy.',
    permittedBy: 'ST-03',
    mutate: afterwards(({ operation, arn, carry }) => {
      if (operation.kind === 'RestoreCertificateAuthority') carry(arn, undefined);
    }),
  },
  'refuses-while-disabled': {
    freedom: 'A DISABLED CA is in the wrong state for all three operations.',
    permittedBy: 'ST-04',
    mutate: refusesIn('DISABLED', 'InvalidStateException'),
  },
  'refuses-writes-while-disabled': {
    freedom: 'A DISABLED CA is in the wrong state for writes, and its policy can be read.',
    permittedBy: 'ST-04',
    mutate: refusesIn('DISABLED', 'InvalidStateException', ['PutPolicy', 'DeletePolicy']),
  },
  'deletes-no-policy-while-deleted': {
    freedom: 'While a CA without a policy is DELETED, DeletePolicy succeeds and there is nothing to do.',
    permittedBy: 'ST-06',
    mutate: answers(['DeletePolicy'], (_right, { input }, call) =>
      statusOf(call, input.ResourceArn) === 'DELETED' && policyAt(call, input.ResourceArn) === undefined
        ? success()
        : undefined,
    ),
  },
  'finds-no-deleted-authority': {
    freedom: 'A DELETED CA is not found.',
    permittedBy: 'ST-06',
    mutate: refusesIn('DELETED', 'ResourceNotFoundException'),
  },
  'hides-policies-while-deleted': {
    freedom: 'While a CA is DELETED its policy is not read: the state does not allow it.',
    permittedBy: 'ST-06',
    mutate: refuses(
      ['GetPolicy'],
      'InvalidStateException',
      ({ input }, right, call) => right.kind === 'success' && statusOf(call, input.ResourceArn) === 'DELETED',
    ),
  },
});
