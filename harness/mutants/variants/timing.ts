// Freedoms to take time, and to show changes late.

import { inBothProtocols } from '../in-both-protocols.js';
import type { OperationName } from '../../api/operation.js';
import { authorityOf, showsLate, showsPoliciesLate } from '../lag.js';
import { takesLonger } from '../mutate-answers.js';
import { createdArn } from '../mutate.js';
import { named } from '../named.js';
import { isPolicyWrite } from '../sporadic.js';
import type { Variant } from '../variant.js';

const changingOperations: readonly OperationName[] = [
  'CreateCertificateAuthority',
  'ImportCertificateAuthorityCertificate',
  'UpdateCertificateAuthority',
  'DeleteCertificateAuthority',
  'RestoreCertificateAuthority',
];

export const timingVariants = named<Variant>({
  'describes-late': {
    freedom: 'DescribeCertificateAuthority shows what was done to a CA 1.5 s later.',
    permittedBy: 'CC-01',
    mutate: showsLate({
      lagMs: 1_500,
      namesOf: (operation, outcome) =>
        changingOperations.includes(operation.kind) ? [createdArn(operation, outcome) ?? authorityOf(operation)] : [],
      readOf: (arn) => ({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } }),
      isRead: ({ kind }) => kind === 'DescribeCertificateAuthority',
    }),
  },
  'reads-take-two-seconds': {
    freedom: 'A read is answered after 2 s.',
    permittedBy: 'CC-01',
    mutateAnswers: inBothProtocols(takesLonger(2_000, (operation) => operation === 'GetPolicy')),
  },
  'shows-changes-after-1900-ms': {
    freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 1.9 s later.',
    permittedBy: 'CC-01',
    mutate: showsPoliciesLate(1_900),
  },
  'shows-changes-after-300-ms': {
    freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 300 ms later.',
    permittedBy: 'CC-01',
    mutate: showsPoliciesLate(300),
  },
  'twenty-milliseconds-a-call': {
    freedom: 'Every call takes 20 ms.',
    permittedBy: 'CC-01',
    mutateAnswers: inBothProtocols(takesLonger(20)),
  },
  'writes-take-three-seconds': {
    freedom: 'A write is answered after 3 s.',
    permittedBy: 'CC-01',
    mutateAnswers: inBothProtocols(takesLonger(3_000, isPolicyWrite)),
  },
});
