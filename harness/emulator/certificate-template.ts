// The contents that a certificate template gives a certificate.
// Source: https://docs.aws.amazon.com/privateca/latest/userguide/UsingTemplates.html

export interface CertificateTemplate {
  /** Whether the certificate is self-signed. */
  readonly isRoot: boolean;
  readonly isAuthority: boolean;
  /** The path length constraint. */
  readonly pathLength: number | undefined;
  /** Whether the call may set subject and extensions. */
  readonly takesApiValues: boolean;
  /** A blank template sets no usage. */
  readonly isBlank: boolean;
  readonly extendedUsages: readonly ExtendedUsage[];
}

export type ExtendedUsage = 'serverAuth' | 'clientAuth' | 'codeSigning' | 'ocspSigning';

const form =
  /^arn:[\w-]+:acm-pca:::template\/(Blank)?(RootCA|SubordinateCA|EndEntity|EndEntityClientAuth|EndEntityServerAuth|CodeSigning|OCSPSigning)Certificate(?:_PathLen(\d))?((?:_[A-Za-z]+)*)\/V1$/;

const extendedUsages: Readonly<Record<string, readonly ExtendedUsage[]>> = {
  EndEntity: ['serverAuth', 'clientAuth'],
  EndEntityClientAuth: ['clientAuth'],
  EndEntityServerAuth: ['serverAuth'],
  CodeSigning: ['codeSigning'],
  OCSPSigning: ['ocspSigning'],
};

/** By default `EndEntityCertificate/V1`; undefined if the ARN is not of a template. */
export function readTemplate(
  arn = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1',
): CertificateTemplate | undefined {
  const match = form.exec(arn);
  if (match === null) return undefined;
  const [, blank, kind = '', pathLength, variants = ''] = match;
  return {
    isRoot: kind === 'RootCA',
    isAuthority: kind.endsWith('CA'),
    pathLength: pathLength === undefined ? undefined : Number(pathLength),
    takesApiValues: variants.includes('_API'),
    isBlank: blank !== undefined,
    extendedUsages: blank === undefined ? (extendedUsages[kind] ?? []) : [],
  };
}
