// Checks on how decisions follow the changes of a policy.

import { ask, grantTo, plainCalls, withTemplate, type AskedCall } from '../../generators/asks.js';
import { coveringArray, type FactorValues } from '../../generators/covering-array.js';
import { get, put, remove } from '../../generators/calls.js';
import { templateParts } from '../../generators/policy.js';
import type { PolicyDocument, TemplateParts } from '../../generators/policy-templates.js';
import { principalForms } from '../../generators/principal.js';
import { shareFactors, shareOf } from '../../generators/share.js';
import type { Case, Step } from '../../harness/api/case.js';
import type { PrincipalName } from '../../harness/api/principal.js';
import type { Check, InputClass } from '../../harness/run/cases/check.js';
import { caseOf, drawnCaseOf, type Start } from './case-of.js';
import { grants, putGrant } from './grants.js';

const grantee = '{{grantee.account}}';
const third = '{{third.account}}';

export function putDocument(document: PolicyDocument): Step {
  return put('control', JSON.stringify(document));
}

/** Policies that every service refuses: no JSON, a statement without an action, a principal that no policy may have. */
const refusedPolicies: readonly [(parts: TemplateParts) => string, ...((parts: TemplateParts) => string)[]] = [
  (parts) => JSON.stringify(grantTo(third, parts)).slice(0, -1),
  (parts) => JSON.stringify(grantTo(third, parts)).replaceAll('"Principal"', '"NotPrincipal"'),
];

/** A put that has to be refused. */
function refusedPut(text: string): Step {
  return {
    role: 'subject',
    operation: { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: text } },
  };
}

/** Who asks in the cases over many policies, and what. */
const askers = [
  'grantee',
  'grantee-nobody',
  'third',
  'member',
  'owner-nobody',
] as const satisfies readonly PrincipalName[];

const factors = {
  principal: principalForms,
  template: shareFactors.template,
  order: shareFactors.order,
  actions: shareFactors.actions,
  sids: ['two-sids', 'one-sid', 'no-sid'],
  asker: askers,
  call: plainCalls,
  asked: ['granted', 'other', 'unlisted', 'none'],
} as const;

type Asked = FactorValues<typeof factors>;

const askedTemplates: Readonly<Record<Asked['asked'], string | null>> = {
  granted: 'EndEntityCertificate/V1',
  other: 'BlankEndEntityCertificate_APICSRPassthrough/V1',
  unlisted: 'CodeSigningCertificate/V1',
  none: null,
};

/** One policy and many asks: the ask of the row, and the same by everybody else, which shrinks to the one that fails. */
function matrixCase(id: string, row: Asked, parts: TemplateParts): Case {
  const template = askedTemplates[row.asked];
  const everybody = [row.asker, ...askers.filter((name) => name !== row.asker)];
  return {
    inputClass: id,
    given: ['ACTIVE'],
    steps: [
      putDocument(shareOf(row, parts)),
      get('control'),
      ...everybody.map((as) => ask('subject', as, row.call, { template })),
      ask('control', undefined, row.call, { template }),
    ],
  };
}

const matrix: readonly InputClass[] = coveringArray(factors).map((row, index) => {
  const id = `matrix/${String(index + 1).padStart(2, '0')}-${row.principal}-${row.template}-${row.call}-${row.asked}`;
  return { id, cases: templateParts.map((parts) => matrixCase(id, row, parts)) };
});

type Relation = (call: AskedCall, parts: TemplateParts) => readonly Step[];

function related(id: string, relation: Relation, start?: Start): InputClass {
  return drawnCaseOf(`related/${id}`, plainCalls, relation, start);
}

/** One statement of the share alone. */
function only(document: PolicyDocument, index: number): PolicyDocument {
  return { ...document, Statement: document.Statement.filter((_, each) => each === index) };
}

function together(...documents: readonly PolicyDocument[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: documents.flatMap(({ Statement }) => Statement) };
}

function reversed(document: PolicyDocument): PolicyDocument {
  return {
    ...document,
    Statement: document.Statement.toReversed().map((statement) => ({
      ...statement,
      Action: typeof statement.Action === 'string' ? [statement.Action] : statement.Action.toReversed(),
    })),
  };
}

/** Sound without the evaluator: each compares decisions of one case with one another. */
const relations: readonly InputClass[] = [
  caseOf('related/reading-gives-no-issuing', (parts) => [
    putDocument(only(grantTo(grantee, parts), 0)),
    ask('control', 'grantee', 'describe'),
    ask('subject', 'grantee', 'issue'),
  ]),
  related('more-statements-take-nothing-away', (call, parts) => [
    putDocument(only(grantTo(grantee, parts), 0)),
    ask('control', 'grantee', call),
    putDocument(grantTo(grantee, parts)),
    ask('subject', 'grantee', call, { guarantee: 'allowed-if-before' }),
  ]),
  related('two-grants-add-up', (call, parts) => [
    putDocument(only(grantTo(grantee, parts), 0)),
    ask('control', 'grantee', call),
    putDocument(only(grantTo(grantee, parts), 1)),
    ask('control', 'grantee', call),
    putDocument(grantTo(grantee, parts)),
    ask('subject', 'grantee', call, { guarantee: 'allowed-if-ever-before' }),
  ]),
  related('fewer-statements-give-nothing', (call, parts) => [
    putDocument(grantTo(third, parts)),
    ask('control', 'grantee', call),
    putDocument(only(grantTo(third, parts), 0)),
    ask('subject', 'grantee', call, { guarantee: 'refused-if-before' }),
  ]),
  related('order-does-not-matter', (call, parts) => [
    putDocument(grantTo(grantee, parts)),
    ask('control', 'grantee', call),
    putDocument(reversed(grantTo(grantee, parts))),
    ask('subject', 'grantee', call, { guarantee: 'decided-as-before' }),
  ]),
  related('exchanged-accounts', (call, parts) => [
    putDocument(grantTo(grantee, parts)),
    ask('control', 'grantee', call),
    ask('control', 'third', call),
    putDocument(grantTo(third, parts)),
    ask('subject', 'grantee', call, { guarantee: 'decided-as-swapped' }),
    ask('subject', 'third', call, { guarantee: 'decided-as-swapped' }),
  ]),
  related('documents-for-others', (call, parts) => [
    putDocument(grantTo(grantee, parts)),
    ask('control', 'grantee', call),
    putDocument(together(grantTo(grantee, parts), grantTo(third, parts))),
    ask('subject', 'grantee', call, { guarantee: 'decided-as-before' }),
  ]),
];

export const changeChecks: readonly Check[] = [
  {
    id: 'access/ends-access-with-the-policy',
    requirement: 'ACC-08',
    title: 'ends the access of a grantee when the policy is deleted',
    needs: grants,
    inputClasses: [
      ...plainCalls.map((call) =>
        caseOf(`deleted/${call}`, (parts) => [
          putGrant(grantee, parts),
          ask('control', 'grantee', call),
          remove('control'),
          ask('subject', 'grantee', call),
          ask('control', undefined, call),
        ]),
      ),
      drawnCaseOf('deleted/twice-and-put-again', plainCalls, (call, parts) => [
        putGrant(grantee, parts),
        remove('control'),
        remove('control'),
        ask('subject', 'grantee', call, { guarantee: 'decided-by-policy' }),
        putGrant(grantee, parts),
        ask('control', 'grantee', call),
      ]),
    ],
    required: 2,
  },
  {
    id: 'access/follows-the-newest-policy',
    requirement: 'ACC-09',
    title: 'decides by the newest policy alone after a replacement',
    needs: [...grants, 'issue'],
    inputClasses: [
      ...plainCalls.map((call) =>
        caseOf(`replaced/${call}`, (parts) => [
          putGrant(grantee, parts),
          ask('control', 'grantee', call),
          putGrant(third, parts),
          ask('subject', 'grantee', call),
          ask('subject', 'third', call),
        ]),
      ),
      caseOf('replaced/template', (parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', 'issue'),
        putDocument(withTemplate(grantTo(grantee, parts), 'EndEntityServerAuthCertificate/V1')),
        ask('subject', 'grantee', 'issue'),
        ask('subject', 'grantee', 'issue', { template: 'EndEntityServerAuthCertificate/V1' }),
      ]),
      drawnCaseOf('replaced/and-back', plainCalls, (call, parts) => [
        putGrant(third, parts),
        ask('control', 'third', call),
        putGrant(grantee, parts),
        ask('subject', 'grantee', call),
        putGrant(third, parts),
        ask('subject', 'grantee', call),
        ask('subject', 'third', call),
      ]),
    ],
    required: 2,
  },
  {
    id: 'access/keeps-access-after-refused-puts',
    requirement: 'ACC-10',
    title: 'changes no decision by a PutPolicy that it refuses',
    needs: grants,
    inputClasses: refusedPolicies.map((policy, index) =>
      drawnCaseOf(`refused-put/${index + 1}`, plainCalls, (call, parts) => [
        putGrant(grantee, parts),
        ask('control', 'grantee', call),
        refusedPut(policy(parts)),
        ask('subject', 'grantee', call),
        ask('subject', 'third', call),
      ]),
    ),
  },
  {
    id: 'access/decides-as-the-policy-says',
    requirement: 'ACC-11',
    title: 'decides each call as the policy that it returns',
    needs: [...grants, 'issue'],
    phase: 'pairs',
    inputClasses: [
      ...[0, 1].map((index) =>
        drawnCaseOf(`alone/statement-${index + 1}`, plainCalls, (call, parts) => [
          putDocument(only(grantTo(grantee, parts), index)),
          ask('subject', 'grantee', call),
        ]),
      ),
      ...matrix,
    ],
    required: 10,
  },
  {
    id: 'access/relates-decisions-of-related-policies',
    requirement: 'ACC-11',
    title: 'decides alike under policies that mean the same, and no less under one that grants more',
    needs: [...grants, 'issue'],
    inputClasses: relations,
    required: 3,
  },
];
