// Freedoms in which elements a policy has: Version, Id, Sid, Effect, statements, names in any case.

import { shareableActions } from '../../api/actions.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import {
  documentOf,
  hasStatement,
  inDocument,
  isPlainObject,
  listed,
  only,
  statementsOf,
  textsOf,
  without,
  type PlainObject,
} from '../documents.js';
import { answers, isRefused, overlooks, refusal, refusesPolicies } from '../mutate.js';
import { named } from '../named.js';
import { entriesOf, renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

/** NotAction allows everything that it does not name, which is more than any share may (POL-44). */
function allowsActions({ Action, ...others }: PlainObject): boolean {
  const actions = listed(Action);
  return !('NotAction' in others) && actions.length > 0 && actions.every((action) => typeof action === 'string');
}

/** As documented, but in lower case. */
const documentedSpelling = new Map(
  ['Sid', 'Condition', 'AWS', 'Service', 'StringEquals', 'StringNotEquals', 'ArnEquals'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

const documentedKeys = ['acm-pca:TemplateArn', 'aws:PrincipalOrgID', 'aws:PrincipalAccount', 'aws:SourceArn'];

function isInAnotherCase(name: string, known: readonly string[]): boolean {
  return !known.includes(name) && known.some((each) => each.toLowerCase() === name.toLowerCase());
}

export const policyElementVariants = named<Variant>({
  'refuses-odd-sids': {
    freedom:
      'A Sid of other characters than letters, digits and hyphens, or longer than those that were seen, is refused.',
    permittedBy: 'POL-14',
    mutate: refusesPolicies(hasStatement(({ Sid }) => typeof Sid === 'string' && !/^[A-Za-z0-9-]{1,56}$/.test(Sid))),
  },
  'lockout-for-deny': {
    freedom: 'A policy that denies is refused with LockoutPreventedException.',
    permittedBy: 'POL-30',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && hasStatement(({ Effect }) => Effect === 'Deny')(input.Policy)
        ? refusal('LockoutPreventedException')
        : undefined,
    ),
  },
  'validation-for-unknown-effects': {
    freedom: 'An Effect that IAM does not know is refused with ValidationException.',
    permittedBy: 'POL-30',
    mutate: renamesRefusals(hasStatement(({ Effect }) => Effect !== 'Allow' && Effect !== 'Deny')),
  },
  'calls-a-version-of-null-unreadable': {
    freedom: 'A Version that is null is refused as unreadable.',
    permittedBy: 'POL-36',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy)?.['Version'] === null
        ? refusal('ValidationException')
        : undefined,
    ),
  },
  'takes-a-version-of-null-for-none': {
    freedom: 'A Version that is null counts as none.',
    permittedBy: 'POL-36',
    mutate: overlooks(
      inDocument((document) => (document['Version'] === null ? without(document, 'Version') : document)),
    ),
  },
  'wants-the-newest-version': {
    freedom: 'A policy of the older version, or of none, is refused.',
    permittedBy: 'POL-36',
    mutate: refusesPolicies((text) => documentOf(text)?.['Version'] !== '2012-10-17'),
  },
  'accepts-unknown-elements': {
    freedom: 'A policy may have elements that IAM does not know.',
    permittedBy: 'POL-37',
    mutate: overlooks(
      inDocument((document) => {
        const { Statement } = document;
        if (!Array.isArray(Statement) || !Statement.every((each) => isPlainObject(each))) return document;
        return {
          ...only(document, documentElements),
          Statement: Statement.map((each) => only(each, statementElements)),
        };
      }),
    ),
  },
  'limits-the-depth-of-policies': {
    freedom: 'A policy that is nested more than 100 deep is refused as unreadable.',
    permittedBy: 'POL-37',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && /\[{101}/.test(input.Policy)
        ? refusal('ValidationException')
        : undefined,
    ),
  },
  'refuses-ids-of-documents': {
    freedom: 'A policy with an Id is refused.',
    permittedBy: 'POL-37',
    mutate: refusesPolicies((text) => 'Id' in (documentOf(text) ?? {})),
  },
  'validation-for-what-lacks-an-element': {
    freedom: 'A policy without statements, or a statement without actions, is refused with ValidationException.',
    permittedBy: 'POL-38',
    mutate: renamesRefusals((text) => {
      const document = documentOf(text);
      if (document === undefined) return false;
      const statements = listed(document['Statement']);
      return (
        statements.length === 0 ||
        !statements.every((statement) => isPlainObject(statement) && allowsActions(statement))
      );
    }),
  },
  'wants-a-list-of-statements': {
    freedom: 'A statement that is not in a list is refused.',
    permittedBy: 'POL-38',
    mutate: refusesPolicies((text) => !Array.isArray(documentOf(text)?.['Statement'])),
  },
  'refuses-a-third-statement': {
    freedom: 'A policy of more than two statements is refused.',
    permittedBy: 'POL-39',
    mutate: refusesPolicies((text) => statementsOf(documentOf(text)).length > 2),
  },
  'accepts-names-in-any-case': {
    freedom: 'Elements, types of principals and operators may be written in any case.',
    permittedBy: 'POL-43',
    mutate: overlooks((text) =>
      text.replaceAll(
        /"([a-z]+)":/gi,
        (_key, name: string) => `"${documentedSpelling.get(name.toLowerCase()) ?? name}":`,
      ),
    ),
  },
  'compares-names-with-their-case': {
    freedom: 'Actions and condition keys in another case than the documented one are refused.',
    permittedBy: 'POL-43',
    mutate: refusesPolicies(
      hasStatement(
        (statement) =>
          textsOf(statement['Action']).some((action) => isInAnotherCase(action, shareableActions)) ||
          entriesOf(statement).some(({ key }) => isInAnotherCase(key, documentedKeys)),
      ),
    ),
  },
});
