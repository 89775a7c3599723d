import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy whose organization has no id of the published form is refused.',
  permittedBy: 'POL-35',
  mutate: refusesPolicies(
    hasStatement(({ Condition }) => {
      const organization = /"aws:PrincipalOrgID":"([^"]*)"/.exec(JSON.stringify(Condition) ?? '')?.[1];
      return organization !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organization);
    }),
  ),
};
