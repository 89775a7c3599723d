import type { OperationName } from '../../api/operation.js';
import { createdArn } from '../mutate.js';
import { authorityOf, showsLate } from '../lag.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'DescribeCertificateAuthority shows what was done to a CA 1.5 s later.',
  permittedBy: 'CC-01',
  mutate: showsLate({
    lagMs: 1_500,
    namesOf: (operation, outcome) =>
      changing.includes(operation.kind) ? [createdArn(operation, outcome) ?? authorityOf(operation)] : [],
    readOf: (arn) => ({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } }),
    isRead: ({ kind }) => kind === 'DescribeCertificateAuthority',
  }),
};

const changing: readonly OperationName[] = [
  'CreateCertificateAuthority',
  'ImportCertificateAuthorityCertificate',
  'UpdateCertificateAuthority',
  'DeleteCertificateAuthority',
  'RestoreCertificateAuthority',
];
