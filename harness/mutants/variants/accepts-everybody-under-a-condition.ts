import { ownerIn } from '../arn-parts.js';
import { overlooks } from '../mutate.js';
import { inStatements } from '../documents.js';
import { awsPrincipalsOf, hasKey } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Every account is accepted as principal where a condition narrows it to some.',
  permittedBy: 'POL-33',
  mutate: overlooks(
    inStatements((statement) =>
      awsPrincipalsOf(statement).includes('*') && narrowing.some((key) => hasKey(statement, key))
        ? { ...statement, Principal: { AWS: ownerIn(statement['Resource']) } }
        : statement,
    ),
  ),
};

/** With one of these IAM does not count a policy as public. */
const narrowing = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount', 'aws:PrincipalArn'];
