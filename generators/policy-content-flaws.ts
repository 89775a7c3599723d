// The table of flaws in the content of a policy. Each row breaks one element of one statement or of the document; the
// accepted policies are in the template table.
//
// Sources: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html,
// https://docs.aws.amazon.com/privateca/latest/userguide/pca-cmp.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

import { ownerActions } from '../harness/api/actions.js';
import { digitsOf, drawn, memberAt, type Drawn } from './drawn.js';
import type { Answers, PolicyFlaw } from './flaw.js';
import {
  inDocument,
  inStatement,
  isDrawn,
  misspellings,
  nestedArrays,
  renamed,
  withSetPicks,
  withElement,
  type FlawRow,
} from './insert-flaw.js';

const rejected: Answers = ['InvalidPolicyException'];
const notAPolicy: Answers = ['InvalidPolicyException', 'ValidationException'];

/** Adds an action to those of a statement. */
function withAction(
  id: string,
  summary: string,
  action: string | Drawn<string>,
  acceptable: Answers = rejected,
): PolicyFlaw {
  const requirement = /[*?]/.test(isDrawn(action) ? action(0) : action) ? 'POL-28' : 'POL-27';
  const flaw = inStatement({ id: `policy/${id}`, summary, requirement, acceptable }, (statement, pick) => {
    statement['Action'] = [statement['Action'], isDrawn(action) ? action(pick) : action].flat();
  });
  return isDrawn(action) ? withSetPicks(flaw) : flaw;
}

const [firstOwnerAction = '', ...otherOwnerActions] = ownerActions;

function ownerAction(number: number): string {
  return memberAt([firstOwnerAction, ...otherOwnerActions], number);
}

/** An action of the owner with a wildcard for one letter. */
function ownerActionWithWildcard(number: number): string {
  const action = ownerAction(number);
  const nameLength = action.length - 'acm-pca:'.length;
  const at = action.length - 1 - (Math.floor(number / ownerActions.length) % nameLength);
  return `${action.slice(0, at)}?${action.slice(at + 1)}`;
}

/** A number written in letters. */
function lettersOf(number: number): string {
  return number.toString(26).replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
}

/** A date that is not a Version. */
function otherDate(number: number): string {
  const date = new Date(Date.UTC(1970, 0, 1 + (number % 36_500))).toISOString().slice(0, 10);
  return date === '2012-10-17' || date === '2008-10-17' ? `${date}T00:00:00Z` : date;
}

function effect(id: string, summary: string, value: unknown, acceptable: Answers = notAPolicy): PolicyFlaw {
  return withElement({ id: `policy/${id}`, summary, requirement: 'POL-30', acceptable }, 'Effect', value);
}

function principal(id: string, summary: string, value: unknown, acceptable: Answers = rejected): PolicyFlaw {
  return withElement({ id: `policy/${id}`, summary, requirement: 'POL-33', acceptable }, 'Principal', value);
}

function account(id: string, summary: string, value: Drawn<string>): PolicyFlaw {
  const row: FlawRow = { id: `policy/${id}`, summary, requirement: 'POL-35', acceptable: notAPolicy };
  return withElement(row, 'Principal', (pick: number) => ({ AWS: value(pick) }));
}

/** Strings of `min` to `max` digits; `first` is the first. */
function withDigits(first: string, min: number, max = min): Drawn<string> {
  return drawn(first, (number) => digitsOf(number, min + (number % (max - min + 1))));
}

function version(id: string, summary: string, value: unknown): PolicyFlaw {
  const row: FlawRow = { id: `policy/${id}`, summary, requirement: 'POL-36', acceptable: notAPolicy };
  const flaw = inDocument(row, ({ draft }, pick) => {
    draft['Version'] = isDrawn(value) ? value(pick) : value;
  });
  return isDrawn(value) ? withSetPicks(flaw) : flaw;
}

function statementElement(id: string, summary: string, value: unknown): PolicyFlaw {
  const row: FlawRow = { id: `policy/${id}`, summary, requirement: 'POL-38', acceptable: notAPolicy };
  const flaw = inDocument(row, ({ draft }, pick) => {
    if (value === undefined) delete draft['Statement'];
    else draft['Statement'] = isDrawn(value) ? value(pick) : value;
  });
  return isDrawn(value) ? withSetPicks(flaw) : flaw;
}

function statementAction(id: string, summary: string, value: unknown): PolicyFlaw {
  return withElement(
    { id: `policy/action-${id}`, summary, requirement: 'POL-21', acceptable: notAPolicy },
    'Action',
    value,
  );
}

/** Misspells the name of a required element, so that the element is missing and an unknown one is present. */
function misspelt(requirement: FlawRow['requirement'], element: string, misspelling: string): PolicyFlaw {
  const row: FlawRow = {
    id: `policy/${element.toLowerCase()}-misspelt`,
    summary: `${element} is misspelt.`,
    requirement,
    acceptable: notAPolicy,
  };
  return renamed(row, element, misspellings(element, misspelling));
}

export const policyContentFlaws: readonly PolicyFlaw[] = [
  withAction('action-put-policy', 'A statement also allows PutPolicy.', 'acm-pca:PutPolicy'),
  withAction(
    'action-delete-authority',
    'A statement also allows DeleteCertificateAuthority.',
    'acm-pca:DeleteCertificateAuthority',
  ),
  withAction(
    'action-get-csr',
    'A statement also allows GetCertificateAuthorityCsr.',
    'acm-pca:GetCertificateAuthorityCsr',
  ),
  withAction('action-create-permission', 'A statement also allows CreatePermission.', 'acm-pca:CreatePermission'),
  withAction(
    'action-of-the-owner',
    'A statement also allows an action that only the owner has.',
    drawn('acm-pca:UpdateCertificateAuthority', ownerAction),
  ),
  withAction('action-of-another-service', 'A statement also allows an action of S3.', 's3:GetObject'),
  withAction(
    'action-unknown',
    'A statement also allows an action that does not exist.',
    drawn('acm-pca:MintCertificate', (number) => `acm-pca:Mint${lettersOf(number)}`),
    notAPolicy,
  ),
  withAction('action-wildcard-service', 'A statement also allows every action of the service.', 'acm-pca:*'),
  withAction('action-wildcard-all', 'A statement also allows every action.', '*'),
  withAction('action-wildcard-get', 'A statement also allows every Get action.', 'acm-pca:Get*'),
  withAction(
    'action-wildcard-at-the-end',
    'A statement also allows every action with the same prefix.',
    drawn('acm-pca:Put*', (number) => {
      const action = ownerAction(number);
      return `${action.slice(0, 'acm-pca:'.length + 1 + (number % 5))}*`;
    }),
  ),

  withAction('action-in-upper-case', 'A statement also allows PUTPOLICY.', 'ACM-PCA:PUTPOLICY', notAPolicy),
  withAction(
    'action-without-service',
    'A statement also allows an action without a service prefix.',
    drawn('PutPolicy', (number) => ownerAction(number).slice('acm-pca:'.length)),
    notAPolicy,
  ),
  withAction('action-empty-string', 'A statement also allows the empty string.', '', notAPolicy),
  withAction(
    'action-wildcard-letter',
    'A statement also allows an action of the owner, with a wildcard for a letter.',
    drawn('acm-pca:PutPolic?', ownerActionWithWildcard),
  ),
  withAction(
    'action-wildcard-in-service',
    'A statement also allows an action with a wildcard in the service prefix.',
    drawn('acm-*:*', ['acm-pc?:*', '*:*', 'acm-*:GetCertificate', 'acm?pca:IssueCertificate', 'a*:*']),
    notAPolicy,
  ),

  effect('effect-deny', 'A statement denies.', 'Deny', ['InvalidPolicyException', 'LockoutPreventedException']),
  effect('effect-lower-case', 'Effect is in lower case.', 'allow'),
  effect('effect-mixed-case', 'Effect is in mixed case.', drawn('aLLOW', ['AlloW', 'ALLow', 'alloW', 'AlLoW'])),
  effect('effect-upper-case', 'Effect is in upper case.', 'ALLOW'),
  effect(
    'effect-unknown',
    'Effect has a value that IAM does not define.',
    drawn('Permit', (number) => `Permit${lettersOf(number)}`),
  ),
  effect('effect-missing', 'Effect is missing.', undefined),
  effect('effect-empty', 'Effect is the empty string.', ''),
  effect('effect-null', 'Effect is null.', null),
  effect('effect-array', 'Effect is an array.', ['Allow']),

  misspelt('POL-30', 'Effect', 'Efect'),

  renamed(
    {
      id: 'policy/not-resource',
      summary: 'NotResource replaces Resource.',
      requirement: 'POL-31',
      acceptable: rejected,
    },
    'Resource',
    'NotResource',
  ),
  renamed(
    {
      id: 'policy/not-principal',
      summary: 'NotPrincipal replaces Principal.',
      requirement: 'POL-33',
      acceptable: rejected,
    },
    'Principal',
    'NotPrincipal',
  ),
  renamed(
    { id: 'policy/not-action', summary: 'NotAction replaces Action.', requirement: 'POL-44', acceptable: notAPolicy },
    'Action',
    'NotAction',
  ),

  principal(
    'principal-federated',
    'The principal is federated.',
    drawn({ Federated: 'cognito-identity.amazonaws.com' }, [
      { Federated: 'accounts.google.com' },
      { Federated: 'graph.facebook.com' },
      { Federated: 'www.amazon.com' },
      { Federated: 'arn:{{ca0.partition}}:iam::{{ca0.account}}:saml-provider/example' },
    ]),
  ),
  principal(
    'principal-canonical-user',
    'The principal is a canonical user.',
    drawn({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' }, (number) => ({
      CanonicalUser: number.toString(16).padStart(64, 'a'),
    })),
  ),
  principal('principal-every-account', 'The principal is every account, without a condition.', { AWS: '*' }),
  principal('principal-missing', 'Principal is missing.', undefined, notAPolicy),
  principal('principal-empty-object', 'Principal is an empty object.', {}, notAPolicy),
  principal(
    'principal-number',
    'Principal is a number.',
    drawn<number>(5, (number) => number),
    notAPolicy,
  ),
  principal('principal-null', 'Principal is null.', null, notAPolicy),
  principal('principal-empty-string', 'Principal is the empty string.', '', notAPolicy),
  principal('principal-bare-account', 'Principal is an account id.', '{{ca0.account}}', notAPolicy),
  principal('principal-list', 'Principal is an array.', [{ AWS: '{{ca0.account}}' }], notAPolicy),
  principal(
    'principal-of-unknown-type',
    'The principal is of a type that IAM does not define.',
    drawn<object>({ Role: 'a' }, [{ User: 'a' }, { Account: '{{ca0.account}}' }, { Organization: 'o-example0000' }]),
    notAPolicy,
  ),
  principal('principal-no-account', 'The principal is an empty list of accounts.', { AWS: [] }, notAPolicy),
  misspelt('POL-33', 'Principal', 'Principle'),

  account('account-short', 'The account of the principal has 11 digits.', withDigits('12345678901', 11)),
  account('account-far-too-short', 'The account of the principal has fewer than 11 digits.', withDigits('1', 1, 10)),
  account('account-long', 'The account of the principal has 13 digits.', withDigits('1234567890123', 13)),
  account(
    'account-far-too-long',
    'The account of the principal has more than 13 digits.',
    withDigits('12345678901234567890', 14, 20),
  ),

  account('account-short-in-root', 'The account of the root ARN has 11 digits.', (pick) => {
    const id = withDigits('12345678901', 11)(pick);
    return `arn:{{ca0.partition}}:iam::${id}:root`;
  }),

  version('version-future', 'Version is a date that IAM does not define.', drawn('2030-01-01', otherDate)),
  version(
    'version-number',
    'Version is a number.',
    drawn<number>(1, (number) => number),
  ),
  version('version-empty', 'Version is the empty string.', ''),
  version(
    'version-array',
    'Version is an array.',
    drawn<string[]>(['2012-10-17'], [[], ['2008-10-17'], ['2012-10-17', '2008-10-17']]),
  ),

  statementElement('statement-missing', 'Statement is missing.', undefined),
  statementElement('statement-empty', 'Statement is an empty array.', []),
  statementElement(
    'statement-string',
    'Statement is a string.',
    drawn('Allow', (number) => lettersOf(number)),
  ),
  statementElement('statement-null', 'Statement is null.', null),
  statementElement('statement-of-strings', 'Statement is an array of strings.', ['Allow']),
  statementElement('statement-of-null', 'Statement is an array of null.', [null]),
  inDocument(
    {
      id: 'policy/statement-nested',
      summary: 'Statement is an array in an array.',
      requirement: 'POL-38',
      acceptable: notAPolicy,
    },
    ({ draft, statements }) => {
      draft['Statement'] = [statements];
    },
  ),
  statementElement('statement-deep', 'Statement is an array nested 1000 deep.', nestedArrays(1_000)),
  inDocument(
    {
      id: 'policy/statement-misspelt',
      summary: 'Statement is misspelt.',
      requirement: 'POL-38',
      acceptable: notAPolicy,
    },
    ({ draft, statements }) => {
      delete draft['Statement'];
      draft['Statment'] = statements;
    },
  ),

  statementAction('missing', 'Action is missing.', undefined),
  statementAction('empty', 'Action is an empty array.', []),
  statementAction('null', 'Action is null.', null),
  statementAction(
    'number',
    'Action is a number.',
    drawn<number>(7, (number) => number),
  ),
  statementAction('object', 'Action is an object.', { Allow: 'acm-pca:GetCertificate' }),
  misspelt('POL-21', 'Action', 'Actions'),
  inDocument(
    {
      id: 'policy/statement-hollow',
      summary: 'A third statement has no elements.',
      requirement: 'POL-21',
      acceptable: notAPolicy,
    },
    ({ statements }) => {
      statements.push({});
    },
  ),
];
