// What a certificate template puts into a certificate.
// Source: https://docs.aws.amazon.com/privateca/latest/userguide/UsingTemplates.html

export interface CertificateTemplate {
  /** Signed with the key that it certifies. */
  readonly isRoot: boolean;
  readonly isAuthority: boolean;
  /** How many CAs may stand below. */
  readonly pathLength: number | undefined;
  /** Whether subject and extensions may come with the call. */
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

/** Without an ARN it is `EndEntityCertificate/V1`; undefined for an ARN that is not of a template. */
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
