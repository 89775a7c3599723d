// Properties of the oracle over random sequences of calls.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arnFlaws } from '../generators/arn-flaws.js';
import { authorityArn } from '../generators/authority-arn.js';
import { picksOf, editablePolicy } from '../generators/flawed-cases.js';
import { policyFlaws } from '../generators/policy-flaws.js';
import { ownerPolicy } from '../generators/policy.js';
import { isPolicyOperation, type Operation, type PolicyOperation } from '../harness/api/operation.js';
import { newestConstraints } from '../harness/api/constraints.js';
import { policyTextOf } from '../harness/api/outcome.js';
import { oracle } from '../harness/model/oracle.js';
import { policiesAreEquivalent } from '../harness/model/policy/policy-equivalence.js';
import { emptyState, withAuthority, type ServiceState } from '../harness/model/state/state.js';
import { renderOperation } from '../harness/api/render-case.js';

const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const arns = ['0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '1b2c3d4e-5f60-4b7c-9d8e-0f1a2b3c4d5e'].map(
  (id) => `arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${id}`,
);
const statuses = ['PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED', 'CREATING', 'FAILED', 'DELETED'] as const;

const policyText = fc.oneof(
  ownerPolicy().map((policy) => JSON.stringify(policy)),
  fc
    .constantFrom(...policyFlaws(newestConstraints))
    .chain((flaw) =>
      fc.tuple(ownerPolicy(), picksOf(flaw)).map(([policy, pick]) => flaw.insert(editablePolicy(policy), pick)),
    ),
);
const resourceArn = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('{{ca0.arn}}', '{{ca1.arn}}') },
  { weight: 1, arbitrary: fc.oneof(...arnFlaws(newestConstraints).map(({ arn }) => arn)) },
  { weight: 1, arbitrary: authorityArn() },
);
const policyOperation: fc.Arbitrary<PolicyOperation> = fc.oneof(
  fc.record({ ResourceArn: resourceArn, Policy: policyText }).map((input) => ({ kind: 'PutPolicy', input }) as const),
  fc.record({ ResourceArn: resourceArn }).map((input) => ({ kind: 'GetPolicy', input }) as const),
  fc.record({ ResourceArn: resourceArn }).map((input) => ({ kind: 'DeletePolicy', input }) as const),
);
const lifecycleOperation: fc.Arbitrary<Operation> = fc
  .constantFrom(...arns)
  .chain((arn) =>
    fc.constantFrom<Operation[]>(
      { kind: 'UpdateCertificateAuthority', input: { CertificateAuthorityArn: arn, Status: 'DISABLED' } },
      { kind: 'UpdateCertificateAuthority', input: { CertificateAuthorityArn: arn, Status: 'ACTIVE' } },
      { kind: 'DeleteCertificateAuthority', input: { CertificateAuthorityArn: arn, PermanentDeletionTimeInDays: 7 } },
      { kind: 'RestoreCertificateAuthority', input: { CertificateAuthorityArn: arn } },
      { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } },
    ),
  );
/** Call sequences over two CAs in any states, with the choice among the allowed answers at each step. */
const walks = fc.record({
  first: fc.constantFrom(...statuses),
  second: fc.constantFrom(...statuses),
  steps: fc.array(fc.record({ operation: fc.oneof(policyOperation, lifecycleOperation), choice: fc.nat({ max: 9 }) }), {
    maxLength: 12,
  }),
});

/** Applies a call sequence to the oracle, and calls `visit` at each step with the allowed transitions. */
function walk(
  { first, second, steps }: typeof walks extends fc.Arbitrary<infer Walk> ? Walk : never,
  visit: (state: ServiceState, operation: Operation, allowed: ReturnType<typeof oracle.transitions>) => void,
): void {
  let state = [first, second].reduce(
    (next, status, index) => withAuthority(next, { arn: arns[index] ?? '', type: 'ROOT', status }),
    emptyState(caller),
  );
  for (const { operation, choice } of steps) {
    const rendered = renderOperation(operation, arns);
    const allowed = oracle.transitions(state, rendered);
    visit(state, rendered, allowed);
    state = allowed[choice % allowed.length]?.next ?? state;
  }
}

function policies(state: ServiceState): readonly (string | undefined)[] {
  return arns.map((arn) => state.authorities.get(arn)?.policy);
}

describe('the oracle', () => {
  test('allows at least one answer, and no two equal ones', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (_state, operation, allowed) => {
          expect(allowed.length).toBeGreaterThan(0);
          const seen = allowed.map(({ outcome, next }) => JSON.stringify([outcome, policies(next)]));
          expect(new Set(seen).size, operation.kind).toBe(allowed.length);
        });
      }),
    );
  });

  test('is deterministic and does not change its input state', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (state, operation, allowed) => {
          const before = JSON.stringify([...state.authorities]);
          expect(oracle.transitions(state, operation)).toEqual(allowed);
          expect(JSON.stringify([...state.authorities])).toBe(before);
        });
      }),
    );
  });

  test('cites a requirement for every answer to a policy operation', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (_state, operation, allowed) => {
          if (!isPolicyOperation(operation)) return;
          for (const { cites } of allowed) expect(cites.length).toBeGreaterThan(0);
        });
      }),
    );
  });

  test('changes no policy by a rejection or a read', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (state, operation, allowed) => {
          for (const { outcome, next } of allowed) {
            if (outcome.kind === 'success' && operation.kind !== 'GetPolicy') continue;
            expect(policies(next)).toEqual(policies(state));
          }
        });
      }),
    );
  });

  test('changes only the policy of the named CA', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (state, operation, allowed) => {
          // An id in upper case may name the same CA (ARN-10).
          const named = isPolicyOperation(operation) ? operation.input.ResourceArn.toLowerCase() : '';
          for (const { next } of allowed) {
            for (const arn of arns.filter((each) => each !== named && operation.kind.endsWith('Policy'))) {
              expect(next.authorities.get(arn)).toEqual(state.authorities.get(arn));
            }
          }
        });
      }),
    );
  });

  test('returns an equivalent document after a successful put', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (_state, operation, allowed) => {
          if (operation.kind !== 'PutPolicy') return;
          for (const { outcome, next } of allowed) {
            if (outcome.kind !== 'success') continue;
            const read = oracle.transitions(next, {
              kind: 'GetPolicy',
              input: { ResourceArn: operation.input.ResourceArn },
            });
            const texts = read
              .map((transition) => policyTextOf(transition.outcome))
              .filter((text) => text !== undefined);
            expect(texts.length).toBe(1);
            expect(policiesAreEquivalent(texts[0] ?? '', operation.input.Policy)).toBe(true);
          }
        });
      }),
    );
  });

  test('gives a repeated put or delete the same effect', () => {
    fc.assert(
      fc.property(walks, (subject) => {
        walk(subject, (_state, operation, allowed) => {
          if (operation.kind !== 'PutPolicy' && operation.kind !== 'DeletePolicy') return;
          for (const { outcome, next } of allowed) {
            if (outcome.kind !== 'success') continue;
            const again = oracle
              .transitions(next, operation)
              .find((transition) => transition.outcome.kind === 'success');
            expect(again === undefined ? undefined : policies(again.next)).toEqual(policies(next));
          }
        });
      }),
    );
  });

  test('judges deeply nested documents without a stack overflow', () => {
    const ResourceArn = arns[0] ?? '';
    const state = withAuthority(emptyState(caller), { arn: ResourceArn, type: 'ROOT', status: 'ACTIVE' });
    const depth = 13_000;
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['{"Statement":', '}'],
    ] as const) {
      const Policy = `${open.repeat(depth)}1${close.repeat(depth)}`.slice(0, 200_000);
      const deep = open === '[' ? `{"Statement":${Policy}}` : Policy;
      const allowed = oracle.transitions(state, { kind: 'PutPolicy', input: { ResourceArn, Policy: deep } });
      expect(allowed.map(({ outcome }) => outcome.kind)).not.toContain('success');
    }
  });
});
