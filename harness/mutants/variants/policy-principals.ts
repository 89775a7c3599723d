// Freedoms in which resources and principals a policy may name.

import { ownerIn } from '../arn-parts.js';
import { hasStatement, inElements, inStatements, isPlainObject, listed } from '../documents.js';
import { overlooks, refusesPolicies } from '../mutate.js';
import { named } from '../named.js';
import { awsPrincipalsOf, hasKey, renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

/** A policy with one of these does not count as public for IAM. */
const narrowingKeys = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount', 'aws:PrincipalArn'];

function isOfNoPublishedShape(principal: unknown): boolean {
  return typeof principal === 'string' && !/^([0-9]*|\*|arn:aws[^:]*:iam::[0-9]*:.*)$/.test(principal);
}

function isAccountId(principal: unknown): boolean {
  return typeof principal === 'string' && /^\d{12}$/.test(principal);
}

function isOfTheGrammar(principal: unknown): boolean {
  if (principal === '*') return true;
  const types = isPlainObject(principal) ? Object.entries(principal) : [];
  return (
    types.length > 0 && types.every(([type, value]) => isPrincipalType(type) && (!isOfTexts(type) || areTexts(value)))
  );
}

function isPrincipalType(type: string): boolean {
  return ['aws', 'service', 'federated', 'canonicaluser'].includes(type.toLowerCase());
}

function isOfTexts(type: string): boolean {
  return type === 'AWS' || type === 'Service';
}

function areTexts(value: unknown): boolean {
  const items = listed(value);
  return items.length > 0 && items.every((item) => typeof item === 'string');
}

export const policyPrincipalVariants = named<Variant>({
  'accepts-any-resource': {
    freedom: 'A policy is accepted whatever its statements name as their resource, and whether they name one.',
    permittedBy: 'POL-31',
    mutate: overlooks((text, { arn }) =>
      inStatements((statement) => ('NotResource' in statement ? statement : { ...statement, Resource: arn }))(text),
    ),
  },
  'accepts-certificates-as-resources': {
    freedom: 'The resource of a statement may be a certificate of the CA.',
    permittedBy: 'POL-32',
    mutate: overlooks((text, { arn }) =>
      inElements('Resource', (resource) => (String(resource).startsWith(`${arn}/certificate/`) ? arn : resource))(text),
    ),
  },
  'accepts-everybody-under-a-condition': {
    freedom: 'Every account is accepted as principal if a condition narrows it to some.',
    permittedBy: 'POL-33',
    mutate: overlooks(
      inStatements((statement) =>
        awsPrincipalsOf(statement).includes('*') && narrowingKeys.some((key) => hasKey(statement, key))
          ? { ...statement, Principal: { AWS: ownerIn(statement['Resource']) } }
          : statement,
      ),
    ),
  },
  'accepts-principals-of-any-shape': {
    freedom: 'A principal of AWS may have any shape but a number of too few or too many digits.',
    permittedBy: 'POL-33',
    mutate: overlooks((text, { arn }) =>
      inElements('Principal', (principal) =>
        isPlainObject(principal) && isOfNoPublishedShape(principal['AWS']) ? { AWS: arn.split(':')[4] } : principal,
      )(text),
    ),
  },
  'accepts-sessions-as-principals': {
    freedom: 'The principal may be a session of a role.',
    permittedBy: 'POL-33',
    mutate: overlooks((text) => text.replaceAll(/arn:[^:"]+:sts::(\d{12}):assumed-role\/[^"]+/g, '$1')),
  },
  'knows-accounts-by-their-ids-alone': {
    freedom: 'Users, roles, root ARNs and lists of accounts are refused as principals.',
    permittedBy: 'POL-33',
    mutate: refusesPolicies(
      hasStatement(({ Principal }) => isPlainObject(Principal) && 'AWS' in Principal && !isAccountId(Principal['AWS'])),
    ),
  },
  'refuses-every-account-that-is-narrowed': {
    freedom: 'Every account as principal is refused under any condition.',
    permittedBy: 'POL-33',
    mutate: refusesPolicies(hasStatement(({ Principal }) => isPlainObject(Principal) && Principal['AWS'] === '*')),
  },
  'validation-for-principals-outside-the-grammar': {
    freedom: 'A principal that the grammar of IAM does not know is refused with ValidationException.',
    permittedBy: 'POL-33',
    mutate: renamesRefusals(
      hasStatement(({ Principal, ...others }) => !('NotPrincipal' in others) && !isOfTheGrammar(Principal)),
    ),
  },
  'accepts-everybody': {
    freedom: 'Everybody is accepted as principal without a condition.',
    permittedBy: 'POL-34',
    mutate: overlooks(
      inStatements((statement) =>
        statement['Principal'] === '*'
          ? { ...statement, Principal: { AWS: ownerIn(statement['Resource']) } }
          : statement,
      ),
    ),
  },
  'knows-no-organization': {
    freedom: 'A share with an organization is refused, because the service has none.',
    permittedBy: 'POL-35',
    mutate: refusesPolicies(hasStatement((statement) => hasKey(statement, 'aws:PrincipalOrgID'))),
  },
  'knows-no-other-account': {
    freedom: 'A share with an account that does not own the CA is refused, because the service has no other.',
    permittedBy: 'POL-35',
    mutate: refusesPolicies(
      hasStatement(
        ({ Principal, Resource }) =>
          isPlainObject(Principal) && 'AWS' in Principal && Principal['AWS'] !== ownerIn(Resource),
      ),
    ),
  },
  'knows-no-other-service': {
    freedom: 'A share with a service is refused, because the service has none.',
    permittedBy: 'POL-35',
    mutate: refusesPolicies(hasStatement(({ Principal }) => isPlainObject(Principal) && 'Service' in Principal)),
  },
  'knows-which-accounts-exist': {
    freedom: 'Accounts that do not exist, and roles in them, are refused.',
    permittedBy: 'POL-35',
    mutate: refusesPolicies(
      hasStatement((statement) => awsPrincipalsOf(statement).some((each) => String(each).includes('000000000000'))),
    ),
  },
  'refuses-malformed-organizations': {
    freedom: 'A policy whose organization has no id of the published form is refused.',
    permittedBy: 'POL-35',
    mutate: refusesPolicies(
      hasStatement(({ Condition }) => {
        const organization = /"aws:PrincipalOrgID":"([^"]*)"/.exec(JSON.stringify(Condition) ?? '')?.[1];
        return organization !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organization);
      }),
    ),
  },
});
