// The actions of the service: those that a resource policy may grant, and the others.

/** The five read actions of every documented share (POL-10). */
export const readActions = [
  'acm-pca:DescribeCertificateAuthority',
  'acm-pca:GetCertificate',
  'acm-pca:GetCertificateAuthorityCertificate',
  'acm-pca:ListPermissions',
  'acm-pca:ListTags',
] as const;

export const issueAction = 'acm-pca:IssueCertificate';

/** The seven actions of which a customer managed permission may contain any combination (POL-22). */
export const shareableActions: readonly string[] = [...readActions, issueAction, 'acm-pca:RevokeCertificate'];

/**
 * The other actions of the service, none of which a resource policy may grant (POL-27).
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html
 */
export const ownerActions: readonly string[] = [
  'acm-pca:CreateCertificateAuthority',
  'acm-pca:CreateCertificateAuthorityAuditReport',
  'acm-pca:CreatePermission',
  'acm-pca:DeleteCertificateAuthority',
  'acm-pca:DeletePermission',
  'acm-pca:DeletePolicy',
  'acm-pca:DescribeCertificateAuthorityAuditReport',
  'acm-pca:GetCertificateAuthorityCsr',
  'acm-pca:GetPolicy',
  'acm-pca:ImportCertificateAuthorityCertificate',
  'acm-pca:ListCertificateAuthorities',
  'acm-pca:PutPolicy',
  'acm-pca:RestoreCertificateAuthority',
  'acm-pca:TagCertificateAuthority',
  'acm-pca:UntagCertificateAuthority',
  'acm-pca:UpdateCertificateAuthority',
];

/** The certificate templates that the documentation listed for cross-account use until 2026 (POL-26). */
export const crossAccountTemplates: readonly string[] = [
  'EndEntityCertificate',
  'EndEntityClientAuthCertificate',
  'EndEntityServerAuthCertificate',
  'BlankEndEntityCertificate_APIPassthrough',
  'BlankEndEntityCertificate_APICSRPassthrough',
  'SubordinateCACertificate_PathLen0',
];
