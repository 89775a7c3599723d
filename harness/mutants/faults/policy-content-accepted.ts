// What the checks `accepts-...` of suites/policy-content.ts notice: policies that are refused or changed.

import { issueAction } from '../../api/actions.js';
import { ownerIn } from '../arn-parts.js';
import { documentOf, hasStatement, isPlainObject, listed, statementsOf, textOf, textsOf } from '../documents.js';
import { faults } from '../mutant.js';
import { mutate, refusal, refusesPolicies } from '../mutate.js';

export const policyContentAcceptedFaults = faults('policy-content', {
  'refuses-accounts-that-exist': {
    fault: 'A share with the account 444455556666 is refused, although the account exists.',
    breaks: 'POL-10',
    killedBy: 'accepts-account-shares',
    mutate: refusesPolicies(
      hasStatement(({ Principal }) => isPlainObject(Principal) && Principal['AWS'] === '444455556666'),
    ),
  },
  'wants-longer-sids-for-other-accounts': {
    fault: 'A share with an account that does not own the CA is refused if a Sid has one character.',
    breaks: 'POL-10',
    killedBy: 'accepts-account-shares',
    mutate: refusesPolicies(
      hasStatement(
        ({ Sid, Principal, Resource }) =>
          isPlainObject(Principal) &&
          'AWS' in Principal &&
          Principal['AWS'] !== ownerIn(Resource) &&
          typeof Sid === 'string' &&
          Sid.length === 1,
      ),
    ),
  },
  'refuses-organizations-that-exist': {
    fault: 'A share with the organization o-example0000 is refused, although the organization exists.',
    breaks: 'POL-11',
    killedBy: 'accepts-organization-shares',
    mutate: refusesPolicies(
      hasStatement(
        ({ Condition }) => isPlainObject(Condition) && JSON.stringify(Condition).includes('"o-example0000"'),
      ),
    ),
  },
  'wants-the-template-before-the-organization': {
    fault: 'A share with an organization is refused if the organization is named before the template.',
    breaks: 'POL-08',
    killedBy: 'accepts-organization-shares',
    mutate: refusesPolicies((text) => /"aws:PrincipalOrgID":"[^"]*","acm-pca:TemplateArn"/.test(text)),
  },
  'refuses-a-second-share-with-a-service': {
    fault: 'After the first accepted share with a service, the next ones are refused.',
    breaks: 'POL-13',
    killedBy: 'accepts-the-firewall-proxy',
    mutate: mutate(false, ({ operation, ask, memory: hasShare, remember }) => {
      if (operation.kind !== 'PutPolicy') return ask(operation);
      const isForService = statementsOf(documentOf(operation.input.Policy)).some(
        ({ Principal }) => isPlainObject(Principal) && 'Service' in Principal,
      );
      if (isForService && hasShare) return refusal('InvalidPolicyException');
      const outcome = ask(operation);
      if (isForService && outcome.kind === 'success') remember(true);
      return outcome;
    }),
  },
  'wants-sids-without-capitals': {
    fault: 'A Sid with a capital letter is refused.',
    breaks: 'POL-14',
    killedBy: 'accepts-letters-and-digits-in-sids',
    mutate: refusesPolicies(hasStatement(({ Sid }) => /[A-Z]/.test(String(Sid)))),
  },
  'wants-unique-sids': {
    fault: 'Two statements with the same Sid are refused.',
    breaks: 'POL-15',
    killedBy: 'accepts-duplicate-sids',
    mutate: refusesPolicies((text) => {
      const sids = statementsOf(documentOf(text)).flatMap(({ Sid }) => listed(Sid));
      return new Set(sids).size < sids.length;
    }),
  },
  'wants-letters-and-digits-in-sids': {
    fault: 'A Sid with a hyphen is refused.',
    breaks: 'POL-16',
    killedBy: 'accepts-hyphens-in-sids',
    mutate: refusesPolicies(hasStatement(({ Sid }) => /-/.test(String(Sid)))),
  },
  'wants-sids': {
    fault: 'A statement without a Sid is refused.',
    breaks: 'POL-16',
    killedBy: 'accepts-hyphens-in-sids',
    mutate: refusesPolicies(hasStatement((statement) => !('Sid' in statement))),
  },
  'wants-actions-in-order': {
    fault: 'Actions that are not in alphabetical order are refused.',
    breaks: 'POL-17',
    killedBy: 'accepts-any-order',
    mutate: refusesPolicies(
      hasStatement(({ Action }) => textOf(textsOf(Action)) !== textOf(textsOf(Action).toSorted())),
    ),
  },
  'wants-reading-before-issuing': {
    fault: 'A policy whose first statement allows issuing is refused.',
    breaks: 'POL-17',
    killedBy: 'accepts-any-order',
    mutate: refusesPolicies(hasStatement(({ Action }, index) => index === 0 && listed(Action).includes(issueAction))),
  },
  'wants-lists-of-actions': {
    fault: 'An action without brackets is refused.',
    breaks: 'POL-18',
    killedBy: 'accepts-a-single-action-as-string',
    mutate: refusesPolicies(hasStatement(({ Action }) => typeof Action === 'string')),
  },
  'wants-single-actions-without-brackets': {
    fault: 'A list of one action is refused.',
    breaks: 'POL-18',
    killedBy: 'accepts-a-single-action-as-string',
    mutate: refusesPolicies(hasStatement(({ Action }) => Array.isArray(Action) && Action.length === 1)),
  },
  'refuses-the-own-account': {
    fault: 'A share with the account that owns the CA is refused.',
    breaks: 'POL-19',
    killedBy: 'accepts-the-own-account',
    mutate: refusesPolicies(
      hasStatement(({ Principal, Resource }) => isPlainObject(Principal) && Principal['AWS'] === ownerIn(Resource)),
    ),
  },
});
