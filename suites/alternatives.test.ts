// A conforming service passes whatever it makes of its freedom: every answer that the oracle allows beside the preferred
// one is taken in turn, and so is every permitted form of what is read back.

import { describe, expect, test } from 'vitest';
import type { Draft } from '../generators/flaw.js';
import { isPolicyOperation, type Operation } from '../harness/api/operation.js';
import { answerOf, policyTextOf } from '../harness/api/outcome.js';
import type { AllowedTransition, Service } from '../harness/api/service.js';
import { oracle } from '../harness/model/oracle.js';
import { referenceService } from '../harness/model/reference-service.js';
import type { ServiceState } from '../harness/model/state/state.js';
import { levelOf, type Check } from '../harness/run/cases/check.js';
import type { CheckResult } from '../harness/run/cases/run-check.js';
import { allChecks } from './all-checks.js';
import { judgeService } from './testing/judge-service.js';

type Allowed = AllowedTransition<ServiceState>;

const reference = referenceService({ partition: 'aws', region: 'us-east-1', account: '111122223333' });

/** The name of an alternative: what is called, what is answered, and the requirements that leave the choice. */
function nameOf({ kind }: Operation, { outcome, next, cites }: Allowed, [preferred]: readonly Allowed[]): string {
  const losesPolicy = !kind.endsWith('Policy') && policyCount(next) < policyCount(preferred?.next ?? next);
  return `${kind} with ${answerOf(outcome)}${losesPolicy ? ', the policy gone,' : ''} by ${cites.join(' and ')}`;
}

function policyCount({ authorities }: ServiceState): number {
  return [...authorities.values()].filter(({ policy }) => policy !== undefined).length;
}

/** The reference service, except that `choose` picks among the answers where there are several. */
function choosing(
  choose: (allowed: readonly Allowed[], operation: Operation) => Allowed | undefined,
): Service<ServiceState> {
  return {
    initial: reference.initial,
    step(state, operation, context) {
      const allowed = oracle.transitions(state, operation, context);
      const chosen = allowed.length > 1 ? choose(allowed, operation) : undefined;
      return chosen ?? reference.step(state, operation, context);
    },
  };
}

function takingAlternative(name: string): Service<ServiceState> {
  if (name === 'PutPolicy with InvalidPolicyException by POL-35') return knowingNobody;
  return choosing((allowed, operation) => allowed.slice(1).find((each) => nameOf(operation, each, allowed) === name));
}

/** Who does not know a grantee refuses it in every form of a policy. */
const knowingNobody = choosing((allowed) =>
  allowed.find(({ outcome, cites }) => answerOf(outcome) === 'InvalidPolicyException' && cites.includes('POL-35')),
);

/** Every alternative, with the checks in which the reference service is offered it. */
async function alternativesOf(checks: readonly Check[]): Promise<ReadonlyMap<string, readonly Check[]>> {
  const found = new Map<string, readonly Check[]>();
  for (const check of checks) {
    const offered = new Set<string>();
    const watching = choosing((allowed, operation) => {
      for (const each of allowed.slice(1)) offered.add(nameOf(operation, each, allowed));
      return undefined;
    });
    await judgeService(watching, check);
    for (const name of offered) found.set(name, [...(found.get(name) ?? []), check]);
  }
  return found;
}

// No hand-made request reaches a service in process.
const checksInProcess = allChecks.filter(({ needs }) => !needs?.includes('wire'));
const alternatives = await alternativesOf(checksInProcess);

/** What rests on an inference alone may differ, and is left undecided then. */
function expectNoObjection(check: Check, result: CheckResult): void {
  const isAboutOthers = ['POL-10', 'POL-11', 'POL-13'].includes(check.requirement);
  // A share with others shows nothing where the target need not know them.
  const verdicts = isAboutOthers
    ? ['pass', 'unsupported']
    : levelOf(check) === 'note'
      ? ['pass', 'indeterminate']
      : ['pass'];
  expect(result).toMatchObject({ failures: [] });
  expect(verdicts, result.reason).toContain(result.verdict);
}

test('finds the choices that the requirements leave', () => {
  const names = [...alternatives.keys()];
  expect(names).toContain('PutPolicy with ValidationException by POL-05');
  expect(names).toContain('GetPolicy with InvalidStateException by ST-04');
  expect(names).toContain('RestoreCertificateAuthority with Success, the policy gone, by ST-03');
});

/** A check that is never offered an alternative sees the reference service, so it need not be run again. */
describe.each([...alternatives])('a service that answers %s', (name, checks) => {
  test.each(checks.map((check) => [check.id, check] as const))('passes %s', async (_id, check) => {
    expectNoObjection(check, await judgeService(takingAlternative(name), check));
  });
});

/** Services that differ from the reference service in more than one choice, or in the form of what they return. */
const otherServices: Readonly<Record<string, Service<ServiceState>>> = {
  'takes the last answer allowed each time': choosing((allowed, operation) =>
    isPolicyOperation(operation) ? allowed.at(-1) : undefined,
  ),
  'returns keys in alphabetical order, statements and actions in the opposite order': returning((document) =>
    withStatements(withSortedKeys(document), (statements) =>
      statements
        .toReversed()
        .map((statement) => withElement(statement, 'Action', (actions) => inOppositeOrder(actions))),
    ),
  ),
  'returns a single text without brackets': returning((document) =>
    withTexts(document, (texts) => (texts.length === 1 ? texts[0] : texts)),
  ),
  'returns every text in brackets, and root ARNs for account ids': returning((document) =>
    withTexts(document, (texts) => texts.map((text) => text.replace(/^\d{12}$/, 'arn:aws:iam::$&:root'))),
  ),
};

describe.each(Object.entries(otherServices))('a service that %s', (_name, service) => {
  test.each(checksInProcess.map((check) => [check.id, check] as const))('passes %s', async (_id, check) => {
    expectNoObjection(check, await judgeService(service, check));
  });
});

/** The reference service, which returns every document rewritten (GP-04). */
function returning(rewrite: (document: Draft) => Draft): Service<ServiceState> {
  return {
    initial: reference.initial,
    step(state, operation, context) {
      const right = reference.step(state, operation, context);
      const policy = operation.kind === 'GetPolicy' ? policyTextOf(right.outcome) : undefined;
      if (policy === undefined) return right;
      const rewritten = JSON.stringify(rewrite(JSON.parse(policy)));
      // What a JSON parser has unescaped may lie outside the characters that GetPolicy returns (GP-05).
      const Policy = rewritten.replaceAll(
        /[^ -~]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      return { ...right, outcome: { kind: 'success', output: { Policy } } };
    },
  };
}

function withSortedKeys(document: Draft): Draft {
  return Object.fromEntries(
    Object.entries(document)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, value]) => [key, isObject(value) ? withSortedKeys(value) : value]),
  );
}

function withStatements(document: Draft, change: (statements: readonly Draft[]) => readonly Draft[]): Draft {
  const { Statement } = document;
  return Array.isArray(Statement) ? { ...document, Statement: change(Statement) } : document;
}

/** Changes the texts of actions, resources and principals, which one text or a list of them may be. */
function withTexts(document: Draft, change: (texts: readonly string[]) => unknown): Draft {
  const listed = (value: unknown): unknown =>
    typeof value === 'string' || Array.isArray(value) ? change([value].flat()) : value;
  return withStatements(document, (statements) =>
    statements.map((statement) => {
      const withAction = withElement(statement, 'Action', listed);
      const withResource = withElement(withAction, 'Resource', listed);
      return withElement(withResource, 'Principal', (principal) =>
        isObject(principal) ? withElement(principal, 'AWS', listed) : principal,
      );
    }),
  );
}

function withElement(draft: Draft, name: string, change: (value: unknown) => unknown): Draft {
  return name in draft ? { ...draft, [name]: change(draft[name]) } : draft;
}

function inOppositeOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.toReversed() : value;
}

function isObject(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
