// What the checks `refuses-...` of suites/policy-content.ts notice: policies that are accepted, or refused with a wrong error.

import { ownerActions, readActions, shareableActions } from '../../api/actions.js';
import {
  documentOf,
  inDocument,
  inElements,
  inStatements,
  isPlainObject,
  listed,
  renamed,
  statementsOf,
  textOf,
  textsOf,
  without,
} from '../documents.js';
import { faults } from '../mutant.js';
import { accepts, answers, isRefused, overlooks, refusal, renamesErrors } from '../mutate.js';

const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export const policyContentRefusedFaults = faults('policy-content', {
  'accepts-empty-lists-of-actions': {
    fault: 'A statement may allow no action.',
    breaks: 'POL-21',
    killedBy: 'rejects-statements-without-actions',
    mutate: overlooks(inElements('Action', (action) => (listed(action).length === 0 ? readActions : action))),
  },
  'accepts-statements-without-actions': {
    fault: 'A statement need not have Action.',
    breaks: 'POL-21',
    killedBy: 'rejects-statements-without-actions',
    mutate: overlooks(
      inStatements((statement) =>
        'Action' in statement || 'NotAction' in statement
          ? statement
          : { ...without(statement, 'Actions'), Action: readActions },
      ),
    ),
  },
  'ignores-hollow-statements': {
    fault: 'A statement without elements is not looked at.',
    breaks: 'POL-21',
    killedBy: 'rejects-statements-without-actions',
    mutate: overlooks(
      inDocument((document) => ({
        ...document,
        Statement: listed(document['Statement']).filter((statement) => textOf(statement) !== '{}'),
      })),
    ),
  },
  'accepts-actions-of-other-services': {
    fault: 'A policy may allow actions of other services.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) =>
        textsOf(actions).filter((action) => !(!action.startsWith('acm-') && /^[a-z0-9]+:/.test(action))),
      ),
    ),
  },
  'accepts-actions-that-do-not-exist': {
    fault: 'A policy may allow an action of the service that does not exist.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) =>
        textsOf(actions).filter(
          (action) =>
            !(/^acm-pca:\w+$/.test(action) && !ownerActions.includes(action) && !shareableActions.includes(action)),
        ),
      ),
    ),
  },
  'accepts-actions-without-a-service': {
    fault: 'An action may lack its service.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !/^\w+$/.test(action)))),
  },
  'accepts-every-action-of-the-service': {
    fault: 'A policy may allow any action of the service.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) => textsOf(actions).filter((action) => !ownerActions.includes(action))),
    ),
  },
  'accepts-put-policy-as-action': {
    fault: 'A policy may allow PutPolicy.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:PutPolicy'))),
    ),
  },
  'calls-content-a-validation-error': {
    fault: 'What is wrong with the content of a policy is refused with ValidationException.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) !== undefined
        ? refusal('ValidationException')
        : undefined,
    ),
  },
  'forbids-actions-in-one-case-alone': {
    fault: 'An action that is forbidden may be allowed in upper case.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) => textsOf(actions).filter((action) => !action.startsWith('ACM-PCA:'))),
    ),
  },
  'ignores-empty-actions': {
    fault: 'An action may be the empty string.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === '')))),
  },
  'looks-at-the-first-action-alone': {
    fault: 'Only the first action of a statement is checked.',
    breaks: 'POL-27',
    killedBy: 'rejects-other-actions',
    mutate: overlooks(
      inElements('Action', (actions) =>
        listed(actions).length > 5 ? listed(actions).slice(0, 5) : listed(actions).slice(0, 1),
      ),
    ),
  },
  'spells-invalid-policy-in-lower-case': {
    fault: 'InvalidPolicyException is spelt invalidPolicyException.',
    breaks: 'PP-03',
    killedBy: 'rejects-other-actions',
    mutate: renamesErrors({ InvalidPolicyException: 'invalidPolicyException' }),
  },
  'accepts-a-wildcard-for-the-service': {
    fault: 'A policy may allow everything that the service does.',
    breaks: 'POL-28',
    killedBy: 'rejects-wide-wildcards',
    mutate: overlooks(
      inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:*'))),
    ),
  },
  'accepts-every-action-by-a-wildcard': {
    fault: 'A policy may allow everything.',
    breaks: 'POL-28',
    killedBy: 'rejects-wide-wildcards',
    mutate: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === '*')))),
  },
  'accepts-wildcards-at-the-end': {
    fault: 'A wildcard at the end of an action stands for those that may be allowed.',
    breaks: 'POL-28',
    killedBy: 'rejects-wide-wildcards',
    mutate: overlooks(
      inElements('Action', (actions) => textsOf(actions).filter((action) => !/^acm-pca:\w+\*$/.test(action))),
    ),
  },
  'accepts-wildcards-for-a-letter': {
    fault: 'A wildcard for a letter stands for any.',
    breaks: 'POL-28',
    killedBy: 'rejects-wide-wildcards',
    mutate: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !/\?/.test(action)))),
  },
  'accepts-deny': {
    fault: 'A statement may deny.',
    breaks: 'POL-30',
    killedBy: 'rejects-other-effects',
    mutate: overlooks(inElements('Effect', (effect) => (effect === 'Deny' ? 'Allow' : effect))),
  },
  'compares-effects-without-case': {
    fault: 'Effect may be written in any case.',
    breaks: 'POL-30',
    killedBy: 'rejects-other-effects',
    mutate: overlooks(inElements('Effect', (effect) => (String(effect).toLowerCase() === 'allow' ? 'Allow' : effect))),
  },
  'takes-a-missing-effect-for-allow': {
    fault: 'A statement without Effect allows.',
    breaks: 'POL-30',
    killedBy: 'rejects-other-effects',
    mutate: overlooks(
      inStatements((statement) =>
        'Effect' in statement ? statement : { ...without(statement, 'Efect'), Effect: 'Allow' },
      ),
    ),
  },
  'takes-an-empty-effect-for-allow': {
    fault: 'Effect may be empty or null.',
    breaks: 'POL-30',
    killedBy: 'rejects-other-effects',
    mutate: overlooks(inElements('Effect', (effect) => (effect === '' || effect === null ? 'Allow' : effect))),
  },
  'takes-unknown-effects-for-allow': {
    fault: 'An effect that IAM does not know is accepted.',
    breaks: 'POL-30',
    killedBy: 'rejects-other-effects',
    mutate: overlooks(
      inElements('Effect', (effect) =>
        typeof effect === 'string' && !['allow', 'deny', ''].includes(effect.toLowerCase()) ? 'Allow' : effect,
      ),
    ),
  },
  'accepts-not-resource': {
    fault: 'NotResource may stand for Resource.',
    breaks: 'POL-31',
    killedBy: 'rejects-not-resource',
    mutate: overlooks(inStatements((statement) => renamed(statement, 'NotResource', 'Resource'))),
  },
  'accepts-an-account-as-principal': {
    fault: 'A principal may be an account id, or the empty string.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        typeof principal === 'string' && principal !== '*' ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-canonical-users': {
    fault: 'A principal may be a canonical user.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && 'CanonicalUser' in principal ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-every-account': {
    fault: 'A policy may name every account.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && principal['AWS'] === '*' ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-federated-principals': {
    fault: 'A principal may be a federated one.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && 'Federated' in principal ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-lists-of-principals': {
    fault: 'A principal may be a list.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) => (Array.isArray(principal) ? { AWS: '444455556666' } : principal)),
    ),
  },
  'accepts-no-account-at-all': {
    fault: 'A policy may name no account.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        ['{}', '{"AWS":[]}'].includes(textOf(principal)) ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-not-principal': {
    fault: 'NotPrincipal may stand for Principal.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(inStatements((statement) => renamed(statement, 'NotPrincipal', 'Principal'))),
  },
  'accepts-principals-of-any-type': {
    fault: 'A principal may be of a type that IAM does not know.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && Object.keys(principal).some((type) => !principalTypes.includes(type))
          ? { AWS: '444455556666' }
          : principal,
      ),
    ),
  },
  'looks-at-the-first-statement-alone': {
    fault: 'Only the first statement of a policy is checked.',
    breaks: 'POL-21',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inDocument((document) => {
        const [first] = statementsOf(document);
        return first === undefined ? document : { ...document, Statement: [first] };
      }),
    ),
  },
  'takes-a-missing-principal-for-the-owner': {
    fault: 'A statement without Principal is about the owner.',
    breaks: 'POL-33',
    killedBy: 'rejects-other-principals',
    mutate: overlooks(
      inStatements((statement) =>
        'Principal' in statement || 'NotPrincipal' in statement
          ? statement
          : { ...without(statement, 'Principle'), Principal: { AWS: '444455556666' } },
      ),
    ),
  },
  'accepts-account-ids-of-eleven-digits': {
    fault: 'An account id may be one digit short, as a number without its first zero is.',
    breaks: 'POL-35',
    killedBy: 'rejects-malformed-account-ids',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && /^\d{11}$/.test(String(principal['AWS'])) ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-account-ids-of-thirteen-digits': {
    fault: 'An account id may have one digit more.',
    breaks: 'POL-35',
    killedBy: 'rejects-malformed-account-ids',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && /^\d{13}$/.test(String(principal['AWS'])) ? { AWS: '444455556666' } : principal,
      ),
    ),
  },
  'accepts-any-digits-in-root-arns': {
    fault: 'The account of a root ARN may have any number of digits.',
    breaks: 'POL-35',
    killedBy: 'rejects-malformed-account-ids',
    mutate: overlooks(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && /^arn:[^:]*:iam::\d*:root$/.test(String(principal['AWS']))
          ? { AWS: '444455556666' }
          : principal,
      ),
    ),
  },
  'accepts-any-date-as-version': {
    fault: 'Version may be any date.',
    breaks: 'POL-36',
    killedBy: 'rejects-unknown-versions',
    mutate: overlooks(
      inDocument((document) =>
        /^\d{4}-\d\d-\d\d$/.test(String(document['Version'])) && !Array.isArray(document['Version'])
          ? { ...document, Version: '2012-10-17' }
          : document,
      ),
    ),
  },
  'accepts-version-numbers': {
    fault: 'Version may be a number.',
    breaks: 'POL-36',
    killedBy: 'rejects-unknown-versions',
    mutate: overlooks(
      inDocument((document) =>
        typeof document['Version'] === 'number' ? { ...document, Version: '2012-10-17' } : document,
      ),
    ),
  },
  'takes-an-empty-version-for-none': {
    fault: 'Version may be empty or null.',
    breaks: 'POL-36',
    killedBy: 'rejects-unknown-versions',
    mutate: overlooks(
      inDocument((document) =>
        document['Version'] === '' || document['Version'] === null ? { ...document, Version: '2012-10-17' } : document,
      ),
    ),
  },
  'accepts-an-empty-list-of-statements': {
    fault: 'A policy may have an empty list of statements.',
    breaks: 'POL-38',
    killedBy: 'rejects-policies-without-statements',
    mutate: accepts((text) => textOf(documentOf(text)?.['Statement'] ?? null) === '[]'),
  },
  'crashes-on-statements-that-are-no-object': {
    fault: 'A statement that is not an object is answered with a server error.',
    breaks: 'POL-38',
    killedBy: 'rejects-policies-without-statements',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      right.kind === 'service-error' &&
      listed(documentOf(input.Policy)?.['Statement']).some((each) => !isPlainObject(each))
        ? refusal('InternalFailure', 500)
        : undefined,
    ),
  },
  'flattens-nested-statements': {
    fault: 'Statements may stand in a list within the list.',
    breaks: 'POL-38',
    killedBy: 'rejects-policies-without-statements',
    mutate: overlooks(inDocument((document) => ({ ...document, Statement: listed(document['Statement']).flat() }))),
  },
  'takes-a-missing-statement-for-none': {
    fault: 'A policy need not have statements.',
    breaks: 'POL-38',
    killedBy: 'rejects-policies-without-statements',
    mutate: accepts((text) => {
      const document = documentOf(text);
      return document !== undefined && 'Version' in document && !('Statement' in document);
    }),
  },
  'accepts-not-action': {
    fault: 'NotAction may stand for Action.',
    breaks: 'POL-44',
    killedBy: 'rejects-not-action',
    mutate: overlooks(inStatements((statement) => renamed(statement, 'NotAction', 'Action'))),
  },
});
