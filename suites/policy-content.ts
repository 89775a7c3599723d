// Claims about the content of a policy: documented shapes are accepted, single faults are refused.

import { get, put } from '../generators/calls.js';
import { flawedPolicyCase, settled } from '../generators/flawed-cases.js';
import { ownerPolicy, policyOf, sidPairs, templateParts } from '../generators/policy.js';
import { policyContentFlaws } from '../generators/policy-content-flaws.js';
import { policyOpenForms } from '../generators/policy-open-forms.js';
import {
  derivedShapes,
  ownAccountShare,
  policyTemplates,
  type PolicyDocument,
  type PolicyStatement,
} from '../generators/policy-templates.js';
import type { Case } from '../harness/api/case.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';

function refusesContent(requirement: RequirementId, id: string, title: string): Check {
  const flaws = policyContentFlaws.filter((flaw) => flaw.requirement === requirement);
  return {
    id: `policy-content/${id}`,
    requirement,
    title,
    inputClasses: flaws.map((flaw) => ({ id: flaw.id, cases: flawedPolicyCase(flaw) })),
  };
}

/** The one form of POL-31 whose refusal is inferred: it is judged by itself, and fails nothing. */
export const otherAuthority = 'policy/resource-of-another-authority';

/** Puts a form that may be accepted or refused, twice, and reads before and after. */
function settles(requirement: RequirementId, id: string, title: string): Check {
  const forms = policyOpenForms.filter(
    (form) => form.requirement === requirement && form.level === undefined && form.id !== otherAuthority,
  );
  const shapes = derivedShapes.filter((shape) => shape.requirement === requirement);
  return {
    id: `policy-content/settles-${id}`,
    requirement,
    title: `takes ${title} or refuses it, and means it`,
    inputClasses: [
      ...forms.map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
      ...shapes.map((shape) => ({
        id: shape.id,
        cases: policyOf(shape).map((policy) => settled(shape.id, JSON.stringify(policy), { requirement })),
      })),
    ],
  };
}

function acceptsTemplates(requirement: RequirementId, id: string, title: string): Check {
  const templates = policyTemplates.filter((template) => template.requirement === requirement);
  return {
    id: `policy-content/${id}`,
    requirement,
    title,
    inputClasses: templates.map(({ id: inputClass, document, beside }) => ({
      id: inputClass,
      cases: templateParts().map((parts) => accepted(inputClass, beside?.(parts), document(parts))),
    })),
  };
}

/** Puts a policy that has to be accepted after one that differs from it in what is judged alone. */
function accepted(inputClass: string, beside: PolicyDocument | undefined, policy: PolicyDocument): Case {
  return {
    inputClass,
    given: ['usable'],
    edit: 'what the requirement is about',
    steps: [
      ...(beside === undefined ? [] : [put('control', JSON.stringify(beside)), get('control')]),
      put('subject', JSON.stringify(policy), { acceptable: ['Success'] }),
      get('subject'),
    ],
  };
}

/** Accepts the own-account share in another permitted form, beside the plain one unless stated. */
function acceptsForm(
  id: string,
  change: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[],
  beside: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[] = (statements) => statements,
): InputClass {
  return {
    id,
    cases: ownerPolicy().map((policy) =>
      accepted(
        id,
        { ...policy, Statement: beside(policy.Statement) },
        { ...policy, Statement: change(policy.Statement) },
      ),
    ),
  };
}

function withActionStrings(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  return statements.map((statement) => withActionString(statement));
}

function withActionString(statement: PolicyStatement): PolicyStatement {
  const { Action } = statement;
  return typeof Action !== 'string' && Action.length === 1 ? { ...statement, Action: Action[0] ?? '' } : statement;
}

function withActionsReversed(statement: PolicyStatement): PolicyStatement {
  const { Action } = statement;
  return typeof Action === 'string' ? statement : { ...statement, Action: Action.toReversed() };
}

export const policyContentChecks: readonly Check[] = [
  acceptsTemplates('POL-10', 'accepts-account-shares', 'accepts a share with an account'),
  acceptsTemplates('POL-11', 'accepts-organization-shares', 'accepts a share with an organization'),
  acceptsTemplates('POL-13', 'accepts-the-firewall-proxy', 'accepts a share with the network firewall proxy'),
  {
    id: 'policy-content/accepts-any-sid-text',
    requirement: 'POL-14',
    title: 'accepts Sids of any letters and digits',
    inputClasses: [
      {
        id: 'sid/any',
        cases: sidPairs().map((sids) => accepted('sid/any', ownAccountShare(['1', '2']), ownAccountShare(sids))),
      },
    ],
  },
  acceptsTemplates('POL-15', 'accepts-one-sid-twice', 'accepts two statements with the same Sid'),
  acceptsTemplates(
    'POL-16',
    'accepts-hyphens-in-sids',
    'accepts Sids with hyphens, as RAM writes them, and statements without a Sid',
  ),
  {
    id: 'policy-content/accepts-either-order',
    requirement: 'POL-17',
    title: 'accepts the statements, and the actions of one, in any order',
    inputClasses: [
      acceptsForm('order/issue-first', (statements) => statements.toReversed()),
      acceptsForm('order/actions', (statements) => statements.map((statement) => withActionsReversed(statement))),
    ],
  },
  {
    id: 'policy-content/accepts-an-action-as-string',
    requirement: 'POL-18',
    title: 'accepts a single action as a string or as an array of one',
    inputClasses: [
      acceptsForm('action/array', (statements) => statements, withActionStrings),
      acceptsForm('action/string', withActionStrings),
    ],
  },
  acceptsTemplates('POL-19', 'accepts-the-own-account', 'accepts a share with the account that owns the CA'),
  {
    ...refusesContent('POL-21', 'refuses-statements-without-actions', 'refuses a statement that allows nothing'),
    // What a statement must hold is documented in general only, and so is the name of the error.
    level: 'any-of',
  },
  refusesContent('POL-27', 'refuses-other-actions', 'refuses an action outside the seven that can be shared'),
  refusesContent('POL-28', 'refuses-wide-wildcards', 'refuses a wildcard that covers more than the seven actions'),
  refusesContent('POL-30', 'refuses-effects-but-allow', 'refuses every effect but Allow'),
  refusesContent('POL-31', 'refuses-not-resource', 'refuses NotResource'),
  refusesContent('POL-33', 'refuses-other-principals', 'refuses principals that no share can have'),
  refusesContent('POL-35', 'refuses-short-account-ids', 'refuses an account id that is not 12 digits long'),
  refusesContent('POL-36', 'refuses-unknown-versions', 'refuses a Version that IAM does not know'),
  refusesContent('POL-38', 'refuses-policies-without-statements', 'refuses a policy without statements'),
  refusesContent('POL-44', 'refuses-not-action', 'refuses NotAction'),
  settles('POL-07', 'duplicate-keys', 'a document with a key that stands there twice'),
  settles('POL-12', 'superseded-organization-shares', 'an organization share that does not exclude the owner'),
  // How a Sid may look is documented for those that were published alone.
  { ...settles('POL-14', 'sids', 'a Sid of another form'), level: 'any-of' },
  settles('POL-25', 'other-action-sets', 'another choice of the seven actions'),
  settles('POL-26', 'templates', 'another certificate template, or none'),
  settles('POL-28', 'narrow-wildcards', 'a wildcard that covers one of the seven actions'),
  settles('POL-31', 'resources', 'another way to name the CA, or none'),
  {
    id: 'policy-content/settles-resources-of-other-authorities',
    requirement: 'POL-31',
    title: 'takes another CA as resource or refuses it, and means it',
    level: 'note',
    inputClasses: policyOpenForms
      .filter(({ id }) => id === otherAuthority)
      .map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
  },
  settles('POL-32', 'certificate-resources', 'a certificate as resource'),
  settles('POL-33', 'principals', 'the root, a user, a role, several accounts or another form as principal'),
  {
    id: 'policy-content/refuses-principals-of-no-published-shape',
    requirement: 'POL-33',
    title: 'refuses a principal of AWS that no page knows the form of',
    level: 'note',
    inputClasses: policyOpenForms
      .filter(({ requirement, level }) => requirement === 'POL-33' && level === 'note')
      .map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
  },
  settles('POL-34', 'public-principals', 'everybody as principal, without a condition'),
  settles('POL-35', 'unknown-principals', 'a principal that does not exist'),
  settles('POL-36', 'versions', 'the older Version, or none'),
  settles('POL-37', 'unknown-elements', 'an Id, or an element that IAM does not know'),
  settles('POL-38', 'single-statements', 'a single statement without an array'),
  settles('POL-39', 'many-statements', 'more than two statements'),
  settles('POL-40', 'template-partitions', 'a template of another partition'),
  settles('POL-41', 'operators', 'another operator for the template'),
  settles('POL-42', 'conditions', 'another condition, or one condition more'),
  settles('POL-43', 'letter-case', 'a name in another case'),
];
