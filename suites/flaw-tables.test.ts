// The flaw tables and the oracle were written independently from the same evidence; these tests hold them equal.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arnFlaws } from '../generators/arn-flaws.js';
import type { Answers } from '../generators/flaw.js';
import { picksOf, editablePolicy } from '../generators/flawed-cases.js';
import { policyFlaws } from '../generators/policy-flaws.js';
import { ownerPolicy, policyOf } from '../generators/policy.js';
import { derivedShapes, policyTemplates } from '../generators/policy-templates.js';
import type { PolicyOperation } from '../harness/api/operation.js';
import { constraintsOf } from '../harness/api/constraints.js';
import { modelRevisions } from '../harness/api/service-model.js';
import { answerOf } from '../harness/api/outcome.js';
import { createOracle } from '../harness/model/oracle.js';
import { emptyState, withAuthority } from '../harness/model/state/state.js';
import { renderOperation } from '../harness/api/render-case.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
/** The grantees that the templates name, as known to exist. */
const knownGrantees = new Set(['444455556666', 'o-example0000', 'proxy.network-firewall.amazonaws.com']);

const empty = { ...emptyState({ partition: 'aws', region: 'us-east-1', account: '111122223333' }), knownGrantees };

const state = withAuthority(empty, {
  arn,
  type: 'SUBORDINATE',
  status: 'PENDING_CERTIFICATE',
  // As in the cases, the CA has a policy.
  policy: '{}',
});

function put(policy: string, resourceArn = '{{ca0.arn}}'): PolicyOperation {
  return { kind: 'PutPolicy', input: { ResourceArn: resourceArn, Policy: policy } };
}

function expectSameSet(allowed: readonly string[], acceptable: Answers): void {
  expect([...allowed].sort()).toEqual([...acceptable].sort());
  expect(allowed[0]).toBe(acceptable[0]);
}

const exampleParts = {
  grantee: '444455556666',
  sids: ['a', 'b'],
  organization: 'o-example0000',
  share: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  proxy: 'proxy',
} as const;

describe.each(modelRevisions)('in the model of %s', (revision) => {
  const constraints = constraintsOf(revision);
  const oracle = createOracle(constraints);

  function allowedAnswers(operation: PolicyOperation): readonly string[] {
    return oracle.transitions(state, renderOperation(operation, [arn])).map(({ outcome }) => answerOf(outcome));
  }

  const rows = policyFlaws(constraints);

  describe('a policy without a flaw', () => {
    test('is accepted, and nothing else is allowed', () => {
      fc.assert(
        fc.property(ownerPolicy(), (policy) => {
          expect(allowedAnswers(put(JSON.stringify(policy)))).toEqual(['Success']);
        }),
      );
    });

    test.each(policyTemplates.map((template) => [template.id, template] as const))(
      'of the shape %s is accepted, and nothing else is allowed',
      (_id, template) => {
        fc.assert(
          fc.property(policyOf(template), (policy) => {
            expect(allowedAnswers(put(JSON.stringify(policy)))).toEqual(['Success']);
          }),
        );
      },
    );
  });

  describe('a policy of a derived shape', () => {
    test.each(derivedShapes.map((shape) => [shape.id, shape] as const))(
      '%s may be accepted or rejected',
      (_id, shape) => {
        fc.assert(
          fc.property(policyOf(shape), (policy) => {
            expectSameSet(allowedAnswers(put(JSON.stringify(policy))), ['Success', 'InvalidPolicyException']);
          }),
        );
      },
    );
  });

  describe('a policy with one flaw', () => {
    test.each(rows.map((flaw) => [flaw.id, flaw] as const))('%s has the answers of its row', (_id, flaw) => {
      fc.assert(
        fc.property(ownerPolicy(), picksOf(flaw), (policy, pick) => {
          // A flaw of level note may be accepted as well.
          const acceptable: Answers = flaw.level === 'note' ? [...flaw.acceptable, 'Success'] : flaw.acceptable;
          expectSameSet(allowedAnswers(put(flaw.insert(editablePolicy(policy), pick))), acceptable);
        }),
        { numRuns: 25 },
      );
    });

    const flawsWithPicks = fc.constantFrom(...rows).chain((flaw) => fc.tuple(fc.constant(flaw), picksOf(flaw)));

    test('changes the policy', () => {
      fc.assert(
        fc.property(flawsWithPicks, ownerPolicy(), ([flaw, pick], policy) => {
          expect(flaw.insert(editablePolicy(policy), pick)).not.toBe(JSON.stringify(policy));
        }),
      );
    });
  });

  describe('an ARN with one flaw', () => {
    const arnRows = arnFlaws(constraints).flatMap((flaw) =>
      (['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const).map((kind) => [flaw.id, kind, flaw] as const),
    );
    test.each(arnRows)('%s has the answers of its row from %s', (_id, kind, flaw) => {
      const policy = JSON.stringify(policyTemplates.at(-1)?.document(exampleParts));
      fc.assert(
        fc.property(flaw.arn, (flawed) => {
          const operation: PolicyOperation =
            kind === 'PutPolicy' ? put(policy, flawed) : { kind, input: { ResourceArn: flawed } };
          expectSameSet(allowedAnswers(operation), flaw.acceptableFor?.[kind] ?? flaw.acceptable);
        }),
        { numRuns: 10 },
      );
    });
  });

  test('no two flaws share an id', () => {
    const ids = [...rows, ...arnFlaws(constraints)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
