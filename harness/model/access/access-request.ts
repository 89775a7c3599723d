// A call as a policy sees it: who makes it, for which action, on which CA.

import type { CallerFacts } from '../../api/principal.js';

export interface AccessRequest {
  readonly caller: CallerFacts;
  /** Such as `acm-pca:IssueCertificate`. */
  readonly action: string;
  readonly authorityArn: string;
  /** The TemplateArn of IssueCertificate; absent if the call names none, and for all other actions. */
  readonly template?: string | undefined;
}

/** The account that owns the CA. */
export function ownerOf(authorityArn: string): string {
  return authorityArn.split(':')[4] ?? '';
}

/** The partition of an ARN. */
export function partitionIn(arn: string): string {
  return arn.split(':')[1] ?? '';
}
