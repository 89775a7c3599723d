// Runs every check against conforming services: each one gives an answer other than the preferred one, or returns
// policies in another permitted form.

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
import { isAboutAccess, judgeService } from './testing/judge-service.js';

type Allowed = AllowedTransition<ServiceState>;

const reference = referenceService({ partition: 'aws', region: 'us-east-1', account: '111122223333' });

/** The name of an alternative: the operation, the answer, and the requirements that permit it. */
function nameOf({ kind }: Operation, { outcome, next, cites }: Allowed, [preferred]: readonly Allowed[]): string {
  const losesPolicy = !kind.endsWith('Policy') && policyCount(next) < policyCount(preferred?.next ?? next);
  return `${kind} with ${answerOf(outcome)}${losesPolicy ? ' without the policy' : ''} by ${cites.join(' and ')}`;
}

function policyCount({ authorities }: ServiceState): number {
  return [...authorities.values()].filter(({ policy }) => policy !== undefined).length;
}

/** The reference service, but `choose` picks the answer if several are allowed. */
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

function withAlternative(name: string): Service<ServiceState> {
  if (name === 'PutPolicy with InvalidPolicyException by POL-35') return rejectingGrantees;
  return choosing((allowed, operation) => allowed.slice(1).find((each) => nameOf(operation, each, allowed) === name));
}

/** Rejects every grantee, in every form of a policy: a service that knows no other account. */
const rejectingGrantees = choosing((allowed) =>
  allowed.find(({ outcome, cites }) => answerOf(outcome) === 'InvalidPolicyException' && cites.includes('POL-35')),
);

/** Every alternative, with the checks in which the oracle allows it. */
async function alternativesOf(checks: readonly Check[]): Promise<ReadonlyMap<string, readonly Check[]>> {
  const found = new Map<string, readonly Check[]>();
  for (const check of checks) {
    const offered = new Set<string>();
    const watching = choosing((allowed, operation) => {
      for (const each of allowed.slice(1)) offered.add(nameOf(operation, each, allowed));
      return undefined;
    });
    await judgeService(watching, check);
    for (const name of offered) {
      // The grantees of these checks exist.
      if (isAboutAccess(check) && name.includes('POL-35')) continue;
      found.set(name, [...(found.get(name) ?? []), check]);
    }
  }
  return found;
}

// A service in process cannot receive raw requests.
const checksInProcess = allChecks.filter(({ needs }) => !needs?.includes('wire'));
const alternatives = await alternativesOf(checksInProcess);

/** A check of level note may be indeterminate, because a conforming service may differ from what is inferred. */
function expectNoObjection(check: Check, result: CheckResult): void {
  const isAboutGrantees = ['POL-10', 'POL-11', 'POL-13'].includes(check.requirement);
  // A share with another grantee shows nothing if the target does not know the grantee.
  const verdicts = isAboutAccess(check)
    ? // A policy of another form may be refused.
      ['pass', 'unsupported', 'vacuous', 'indeterminate', 'blocked']
    : isAboutGrantees
      ? ['pass', 'unsupported']
      : levelOf(check) === 'note'
        ? ['pass', 'indeterminate']
        : ['pass'];
  expect(result).toMatchObject({ failures: [] });
  expect(verdicts, result.reason).toContain(result.verdict);
}

test('finds the alternatives that the requirements permit', () => {
  const names = [...alternatives.keys()];
  expect(names).toContain('PutPolicy with ValidationException by POL-05');
  expect(names).toContain('GetPolicy with InvalidStateException by ST-04');
  expect(names).toContain('RestoreCertificateAuthority with Success without the policy by ST-03');
});

/** Only the checks in which the alternative is allowed; the others would see the reference service. */
describe.each([...alternatives])('a service that answers %s', (name, checks) => {
  test.each(checks.map((check) => [check.id, check] as const))('passes %s', async (_id, check) => {
    expectNoObjection(check, await judgeService(withAlternative(name), check));
  });
});

/** Conforming services that differ from the reference service in several answers, or in the form of returned policies. */
const otherServices: Readonly<Record<string, Service<ServiceState>>> = {
  'always gives the last allowed answer': choosing((allowed, operation) =>
    isPolicyOperation(operation) ? allowed.at(-1) : undefined,
  ),
  'returns keys in alphabetical order, and statements and actions in reverse order': returning((document) =>
    withStatements(withSortedKeys(document), (statements) =>
      statements.toReversed().map((statement) => withElement(statement, 'Action', (actions) => reversed(actions))),
    ),
  ),
  'returns a list of one string as a string': returning((document) =>
    withTexts(document, (texts) => (texts.length === 1 ? texts[0] : texts)),
  ),
  'returns every string as a list, and account ids as root ARNs': returning((document) =>
    withTexts(document, (texts) => texts.map((text) => text.replace(/^\d{12}$/, 'arn:aws:iam::$&:root'))),
  ),
};

describe.each(Object.entries(otherServices))('a service that %s', (_name, service) => {
  test.each(checksInProcess.map((check) => [check.id, check] as const))('passes %s', async (_id, check) => {
    expectNoObjection(check, await judgeService(service, check));
  });
});

/** The reference service, but GetPolicy returns the document rewritten (GP-04). */
function returning(rewrite: (document: Draft) => Draft): Service<ServiceState> {
  return {
    initial: reference.initial,
    step(state, operation, context) {
      const right = reference.step(state, operation, context);
      const policy = operation.kind === 'GetPolicy' ? policyTextOf(right.outcome) : undefined;
      if (policy === undefined) return right;
      const rewritten = JSON.stringify(rewrite(JSON.parse(policy)));
      // Parsing may have unescaped characters that GetPolicy must not return (GP-05).
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

/** Changes the values of Action, Resource and Principal, each of which is a string or a list of strings. */
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

function reversed(value: unknown): unknown {
  return Array.isArray(value) ? value.toReversed() : value;
}

function isObject(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
