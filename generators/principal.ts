// The principals that a share may name, each with the condition that restricts a statement to it.
//
//   principal ::= "*" | { "AWS": account | arn } | { "Service": name }
//   arn       ::= "arn:" partition ":iam::" account ":" ( "root" | "user/" name | "role/" name )
//
// Sources: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html,
// https://docs.aws.amazon.com/privateca/latest/userguide/pca-ram.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html

import type { PolicyStatement, TemplateParts } from './policy-templates.js';

export const principalForms = [
  'own-account',
  'other-account',
  'root',
  'user',
  'role',
  'organization',
  'unit',
  'service',
] as const;

export type PrincipalForm = (typeof principalForms)[number];

export interface Grantee {
  readonly principal: PolicyStatement['Principal'];
  readonly condition: NonNullable<PolicyStatement['Condition']>;
}

/** The principal and condition of one form. Pure. */
export function granteeOf(form: PrincipalForm, { grantee, organization, proxy }: TemplateParts): Grantee {
  switch (form) {
    case 'own-account':
      return unconditional('{{ca0.account}}');
    case 'other-account':
      return unconditional(grantee);
    case 'root':
    case 'user':
    case 'role':
      return unconditional(`arn:{{ca0.partition}}:iam::${grantee}:${form === 'root' ? form : `${form}/example`}`);
    case 'organization':
      return everyAccount({ StringEquals: { 'aws:PrincipalOrgID': organization } });
    case 'unit':
      return everyAccount({
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/r-ab12/ou-ab12-11111111/*` },
      });
    case 'service':
      return {
        principal: { Service: 'proxy.network-firewall.amazonaws.com' },
        condition: {
          ArnEquals: {
            'aws:SourceArn': `arn:{{ca0.partition}}:network-firewall:{{ca0.region}}:{{ca0.account}}:proxy/${proxy}`,
          },
        },
      };
    default:
      return form satisfies never;
  }
}

function unconditional(account: string): Grantee {
  return { principal: { AWS: account }, condition: {} };
}

/** Every account that meets the condition, except the owner, as published for organizations. */
function everyAccount(condition: Grantee['condition']): Grantee {
  return {
    principal: '*',
    condition: { ...condition, StringNotEquals: { 'aws:PrincipalAccount': '{{ca0.account}}' } },
  };
}
