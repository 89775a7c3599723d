// Checks on the content of a policy: documented shapes are accepted, single flaws are rejected.

import { get, put } from '../generators/calls.js';
import { flawedPolicyCase, repeatedPutCase } from '../generators/flawed-cases.js';
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

function rejectsContent(requirement: RequirementId, id: string, title: string): Check {
  const flaws = policyContentFlaws.filter((flaw) => flaw.requirement === requirement);
  return {
    id: `policy-content/${id}`,
    requirement,
    title,
    inputClasses: flaws.map((flaw) => ({ id: flaw.id, cases: flawedPolicyCase(flaw) })),
  };
}

/** The only form of POL-31 whose rejection is inferred; it has a check of its own, of level note. */
export const otherAuthority = 'policy/resource-of-another-authority';

/** A check that puts each form twice and reads before and after; it may be accepted or rejected, but consistently. */
function handles(requirement: RequirementId, id: string, title: string): Check {
  const forms = policyOpenForms.filter(
    (form) => form.requirement === requirement && form.level === undefined && form.id !== otherAuthority,
  );
  const shapes = derivedShapes.filter((shape) => shape.requirement === requirement);
  return {
    id: `policy-content/handles-${id}-consistently`,
    requirement,
    title: `accepts or rejects ${title} consistently`,
    inputClasses: [
      ...forms.map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
      ...shapes.map((shape) => ({
        id: shape.id,
        cases: policyOf(shape).map((policy) => repeatedPutCase(shape.id, JSON.stringify(policy), { requirement })),
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
    inputClasses: templates.map(({ id: inputClass, document, control }) => ({
      id: inputClass,
      cases: templateParts.map((parts) => accepted(inputClass, control?.(parts), document(parts))),
    })),
  };
}

/** Puts a control, then a policy that differs from it only in what is judged and has to be accepted. */
function accepted(inputClass: string, control: PolicyDocument | undefined, policy: PolicyDocument): Case {
  return {
    inputClass,
    given: ['usable'],
    edit: 'the form that the requirement is about',
    steps: [
      ...(control === undefined ? [] : [put('control', JSON.stringify(control)), get('control')]),
      put('subject', JSON.stringify(policy), { acceptable: ['Success'] }),
      get('subject'),
    ],
  };
}

/** An input class of own-account shares in another permitted form; the control is the plain form unless stated. */
function acceptsForm(
  id: string,
  change: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[],
  control: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[] = (statements) => statements,
): InputClass {
  return {
    id,
    cases: ownerPolicy().map((policy) =>
      accepted(
        id,
        { ...policy, Statement: control(policy.Statement) },
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
    id: 'policy-content/accepts-letters-and-digits-in-sids',
    requirement: 'POL-14',
    title: 'accepts Sids of any letters and digits',
    inputClasses: [
      {
        id: 'sid/any',
        cases: sidPairs().map((sids) => accepted('sid/any', ownAccountShare(['1', '2']), ownAccountShare(sids))),
      },
    ],
  },
  acceptsTemplates('POL-15', 'accepts-duplicate-sids', 'accepts two statements with the same Sid'),
  acceptsTemplates(
    'POL-16',
    'accepts-hyphens-in-sids',
    'accepts Sids with hyphens, as RAM writes them, and statements without a Sid',
  ),
  {
    id: 'policy-content/accepts-any-order',
    requirement: 'POL-17',
    title: 'accepts the statements, and the actions of one, in any order',
    inputClasses: [
      acceptsForm('order/issue-first', (statements) => statements.toReversed()),
      acceptsForm('order/actions', (statements) => statements.map((statement) => withActionsReversed(statement))),
    ],
  },
  {
    id: 'policy-content/accepts-a-single-action-as-string',
    requirement: 'POL-18',
    title: 'accepts a single action as a string or as an array of one',
    inputClasses: [
      acceptsForm('action/array', (statements) => statements, withActionStrings),
      acceptsForm('action/string', withActionStrings),
    ],
  },
  acceptsTemplates('POL-19', 'accepts-the-own-account', 'accepts a share with the account that owns the CA'),
  {
    ...rejectsContent('POL-21', 'rejects-statements-without-actions', 'rejects a statement without an action'),
    // The required elements of a statement and the error are documented only in general.
    level: 'any-of',
  },
  rejectsContent('POL-27', 'rejects-other-actions', 'rejects an action other than the seven that can be shared'),
  rejectsContent('POL-28', 'rejects-wide-wildcards', 'rejects a wildcard that covers more than the seven actions'),
  rejectsContent('POL-30', 'rejects-other-effects', 'rejects every effect other than Allow'),
  rejectsContent('POL-31', 'rejects-not-resource', 'rejects NotResource'),
  rejectsContent('POL-33', 'rejects-other-principals', 'rejects principals that a share cannot have'),
  rejectsContent('POL-35', 'rejects-malformed-account-ids', 'rejects an account id that is not 12 digits long'),
  rejectsContent('POL-36', 'rejects-unknown-versions', 'rejects a Version that IAM does not define'),
  rejectsContent('POL-38', 'rejects-policies-without-statements', 'rejects a policy without statements'),
  rejectsContent('POL-44', 'rejects-not-action', 'rejects NotAction'),
  handles('POL-07', 'duplicate-keys', 'a document with a duplicate key'),
  handles('POL-12', 'superseded-organization-shares', 'an organization share that does not exclude the owner'),
  // The permitted forms of a Sid are documented only by the published ones.
  { ...handles('POL-14', 'sids', 'a Sid of another form'), level: 'any-of' },
  handles('POL-25', 'other-action-sets', 'another subset of the seven actions'),
  handles('POL-26', 'templates', 'another certificate template, or none'),
  handles('POL-28', 'narrow-wildcards', 'a wildcard that covers one of the seven actions'),
  handles('POL-31', 'resources', 'another way to name the CA, or none'),
  {
    id: 'policy-content/handles-resources-of-other-authorities-consistently',
    requirement: 'POL-31',
    title: 'accepts or rejects another CA as resource consistently',
    level: 'note',
    inputClasses: policyOpenForms
      .filter(({ id }) => id === otherAuthority)
      .map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
  },
  handles('POL-32', 'certificate-resources', 'a certificate as resource'),
  handles('POL-33', 'principals', 'the root user, a user, a role, several accounts or another form as principal'),
  {
    id: 'policy-content/rejects-undocumented-principals',
    requirement: 'POL-33',
    title: 'rejects an AWS principal of an undocumented form',
    level: 'note',
    inputClasses: policyOpenForms
      .filter(({ requirement, level }) => requirement === 'POL-33' && level === 'note')
      .map((form) => ({ id: form.id, cases: flawedPolicyCase(form) })),
  },
  handles('POL-34', 'public-principals', 'every account as principal, without a condition'),
  handles('POL-35', 'unknown-principals', 'a principal that does not exist'),
  handles('POL-36', 'versions', 'the older Version, or none'),
  handles('POL-37', 'unknown-elements', 'an Id, or an element that IAM does not define'),
  handles('POL-38', 'single-statements', 'a single statement without an array'),
  handles('POL-39', 'many-statements', 'more than two statements'),
  handles('POL-40', 'template-partitions', 'a template of another partition'),
  handles('POL-41', 'operators', 'another operator for the template'),
  handles('POL-42', 'conditions', 'another condition, or an additional one'),
  handles('POL-43', 'letter-case', 'a name in another case'),
];
