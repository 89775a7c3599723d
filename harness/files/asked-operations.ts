// The calls of which a case can ask whether they are let in, as they stand in its file.

import { z } from 'zod';
import { signingAlgorithms } from '../api/operation.js';
import { CaseBytes } from '../api/sample-csr.js';

const onAuthority = { CertificateAuthorityArn: z.string() };
const bytes = z.base64().transform((text) => new CaseBytes(Buffer.from(text, 'base64')));
const tags = z.array(z.strictObject({ Key: z.string(), Value: z.string().optional() }));

function call<Name extends string, Shape extends z.core.$ZodLooseShape>(
  kind: Name,
  shape: Shape,
): z.ZodObject<{ kind: z.ZodLiteral<Name>; input: z.ZodObject<Shape, z.core.$strict> }, z.core.$strict> {
  return z.strictObject({ kind: z.literal(kind), input: z.strictObject(shape) });
}

export const askedOperations = [
  call('DescribeCertificateAuthority', onAuthority),
  call('GetCertificateAuthorityCertificate', onAuthority),
  call('GetCertificateAuthorityCsr', onAuthority),
  call('ListTags', onAuthority),
  call('ListPermissions', onAuthority),
  call('ListCertificateAuthorities', { ResourceOwner: z.enum(['SELF', 'OTHER_ACCOUNTS']).optional() }),
  call('GetCertificate', { ...onAuthority, CertificateArn: z.string() }),
  call('RevokeCertificate', { ...onAuthority, CertificateSerial: z.string(), RevocationReason: z.string() }),
  call('IssueCertificate', {
    ...onAuthority,
    Csr: bytes,
    SigningAlgorithm: z.enum(signingAlgorithms),
    TemplateArn: z.string().optional(),
    Validity: z.strictObject({ Value: z.int(), Type: z.enum(['END_DATE', 'ABSOLUTE', 'DAYS', 'MONTHS', 'YEARS']) }),
    IdempotencyToken: z.string().optional(),
  }),
  call('ImportCertificateAuthorityCertificate', { ...onAuthority, Certificate: bytes }),
  call('CreatePermission', { ...onAuthority, Principal: z.string(), Actions: z.array(z.string()) }),
  call('DeletePermission', { ...onAuthority, Principal: z.string() }),
  call('TagCertificateAuthority', { ...onAuthority, Tags: tags }),
  call('UntagCertificateAuthority', { ...onAuthority, Tags: tags }),
] as const;
