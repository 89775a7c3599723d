// Every check can fail, and a service that only uses its freedom fails none: small faulty services, each caught by the
// check named beside it.

import { describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../generators/policy-templates.js';
import { isPolicyOperation, type Operation, type PolicyOperation } from '../harness/api/operation.js';
import type { Outcome } from '../harness/api/outcome.js';
import type { Service, Transition } from '../harness/api/service.js';
import { oracle } from '../harness/model/oracle.js';
import { referenceService } from '../harness/model/reference-service.js';
import { withAuthority, type ServiceState } from '../harness/model/state.js';
import { levelOf } from '../harness/run/check.js';
import { systemClock } from '../harness/run/clock.js';
import { runCheck, type CheckResult } from '../harness/run/run-check.js';
import { createSession } from '../harness/run/session.js';
import { createClientMockTarget } from '../harness/targets/client-mock.js';
import { allChecks } from './all-checks.js';

type Step = (state: ServiceState, operation: Operation, right: Transition<ServiceState>) => Transition<ServiceState>;

const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const reference = referenceService(caller);

/** The reference service with its answers bent by `bend`. */
function bent(bend: Step): Service<ServiceState> {
  return {
    initial: reference.initial,
    step: (state, operation) => bend(state, operation, reference.step(state, operation)),
  };
}

function succeed(next: ServiceState, output: Record<string, unknown> = {}): Transition<ServiceState> {
  return { outcome: { kind: 'success', output }, next };
}

function refuse(next: ServiceState, error: string): Transition<ServiceState> {
  return { outcome: { kind: 'service-error', error, status: 400 }, next };
}

function authorityOf(state: ServiceState, operation: Operation): ReturnType<ServiceState['authorities']['get']> {
  return isPolicyOperation(operation) ? state.authorities.get(operation.input.ResourceArn) : undefined;
}

function onAuthority<Each extends PolicyOperation>(operation: Each, arn: string): Each {
  return { ...operation, input: { ...operation.input, ResourceArn: arn } };
}

function store(
  state: ServiceState,
  operation: Operation,
  rewrite: (policy: string) => string,
): Transition<ServiceState> {
  const authority = authorityOf(state, operation);
  if (operation.kind !== 'PutPolicy' || authority === undefined) return reference.step(state, operation);
  return succeed(withAuthority(state, { ...authority, policy: rewrite(operation.input.Policy) }));
}

/** A refusal of one operation in one state of the CA. */
function refusesIn(status: string, error: string): Service<ServiceState> {
  return bent((state, operation, right) =>
    authorityOf(state, operation)?.status === status ? refuse(state, error) : right,
  );
}

function rewritesOnRead(rewrite: (policy: string) => string): Service<ServiceState> {
  return bent((_state, operation, right) =>
    operation.kind === 'GetPolicy' && right.outcome.kind === 'success'
      ? succeed(right.next, { Policy: rewrite(String(right.outcome.output['Policy'])) })
      : right,
  );
}

const deviants: Readonly<Record<string, Service<ServiceState>>> = {
  'accepts any string as a policy': bent((state, operation) => store(state, operation, (policy) => policy)),
  'takes any ARN for a CA': bent((_state, operation, right) =>
    isPolicyOperation(operation) && right.outcome.kind === 'service-error' ? succeed(right.next, {}) : right,
  ),
  'finds a CA by its id alone': bent((state, operation, right) => {
    if (!isPolicyOperation(operation)) return right;
    const id = operation.input.ResourceArn.split('/')[1];
    const found = [...state.authorities.values()].find(({ arn }) => arn.split('/')[1] === id);
    return found === undefined ? right : reference.step(state, onAuthority(operation, found.arn));
  }),
  'answers an open question with another error': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && oracle.transitions(state, operation).length > 1
      ? refuse(state, 'RequestFailedException')
      : right,
  ),
  'refuses every policy': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' ? refuse(state, 'InvalidPolicyException') : right,
  ),
  'forgets every policy': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && right.outcome.kind === 'success' ? succeed(state) : right,
  ),
  'keeps the first policy': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && authorityOf(state, operation)?.policy !== undefined ? succeed(state) : right,
  ),
  'refuses a policy that is there already': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && authorityOf(state, operation)?.policy === operation.input.Policy
      ? refuse(state, 'RequestFailedException')
      : right,
  ),
  'refuses what it accepted before': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && authorityOf(state, operation)?.policy === operation.input.Policy
      ? refuse(state, 'InvalidPolicyException')
      : right,
  ),
  'answers {} where no policy is attached': bent((_state, operation, right) =>
    operation.kind === 'GetPolicy' && right.outcome.kind === 'service-error' ? succeed(right.next, {}) : right,
  ),
  'drops the Sids': rewritesOnRead((policy) => policy.replaceAll(/"Sid":"[^"]*",?/g, '')),
  'consumes a policy when it is read': bent((state, operation, right) => {
    const authority = authorityOf(state, operation);
    if (operation.kind !== 'GetPolicy' || authority === undefined) return right;
    const { policy: _consumed, ...rest } = authority;
    return { outcome: right.outcome, next: withAuthority(state, rest) };
  }),
  'deletes nothing': bent((state, operation, right) => (operation.kind === 'DeletePolicy' ? succeed(state) : right)),
  'cannot delete what is not there': bent((state, operation, right) =>
    operation.kind === 'DeletePolicy' && authorityOf(state, operation)?.policy === undefined
      ? refuse(state, 'ResourceNotFoundException')
      : right,
  ),
  'keeps one policy for all CAs': bent((_state, operation, right) => {
    if (operation.kind !== 'PutPolicy' && operation.kind !== 'DeletePolicy') return right;
    const policy = authorityOf(right.next, operation)?.policy;
    const all = [...right.next.authorities.values()];
    return {
      ...right,
      next: all.reduce(
        (next, { policy: _own, ...rest }) => withAuthority(next, policy === undefined ? rest : { ...rest, policy }),
        right.next,
      ),
    };
  }),
  'drops characters above U+007E': bent((state, operation) =>
    store(state, operation, (policy) => policy.replaceAll(/[^\t\n\r -~]/g, '')),
  ),
  'truncates long policies': bent((state, operation) => store(state, operation, (policy) => policy.slice(0, 20_000))),
  'refuses white space between tokens': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && /^\s|\n/.test(operation.input.Policy)
      ? refuse(state, 'InvalidPolicyException')
      : right,
  ),
  'refuses long policies': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && operation.input.Policy.length > 10_000
      ? refuse(state, 'InvalidPolicyException')
      : right,
  ),
  'answers with status 404 what it does not find': bent((_state, _operation, right) =>
    right.outcome.kind === 'service-error' ? { ...right, outcome: { ...right.outcome, status: 404 } } : right,
  ),
  'insists on ACTIVE': refusesIn('PENDING_CERTIFICATE', 'InvalidStateException'),
  'refuses on ACTIVE': refusesIn('ACTIVE', 'InvalidStateException'),
  'answers ValidationException on DISABLED': refusesIn('DISABLED', 'ValidationException'),
};

/** The deviant that each check must catch. */
const killedBy: Readonly<Record<string, string>> = {
  'put-policy/replaces-the-policy': 'keeps the first policy',
  'put-policy/can-be-repeated': 'refuses a policy that is there already',
  'get-policy/says-when-there-is-none': 'answers {} where no policy is attached',
  'get-policy/returns-what-was-put': 'drops the Sids',
  'get-policy/changes-nothing': 'consumes a policy when it is read',
  'delete-policy/removes-the-policy': 'deletes nothing',
  'delete-policy/succeeds-without-a-policy': 'cannot delete what is not there',
  'isolation/acts-on-the-named-authority-alone': 'keeps one policy for all CAs',
  'arn/refuses-certificate-arns': 'finds a CA by its id alone',
  'arn/refuses-other-regions': 'finds a CA by its id alone',
  'arn/refuses-other-partitions': 'finds a CA by its id alone',
  'arn/refuses-other-accounts': 'finds a CA by its id alone',
  'policy-text/accepts-the-undisputed-maximum': 'refuses long policies',
  'policy-text/keeps-allowed-characters': 'drops characters above U+007E',
  'policy-text/keeps-long-policies': 'truncates long policies',
  'policy-text/accepts-any-spelling': 'refuses white space between tokens',
  'combinations/settle-pairs-of-forms': 'refuses what it accepted before',
  'combinations/settle-pairs-of-forms-while-active': 'refuses what it accepted before',
  'errors/either-of-two-faults-may-be-named': 'takes any ARN for a CA',
  'errors/have-status-400': 'answers with status 404 what it does not find',
  'resource-state/works-while-pending': 'insists on ACTIVE',
  'resource-state/works-while-active': 'refuses on ACTIVE',
  'resource-state/answers-while-disabled': 'answers ValidationException on DISABLED',
};

function killerOf(checkId: string): string {
  const named = killedBy[checkId];
  if (named !== undefined) return named;
  if (checkId.startsWith('arn/')) return 'takes any ARN for a CA';
  if (checkId.includes('/settles-')) return 'answers an open question with another error';
  return checkId.includes('/accepts-') ? 'refuses every policy' : 'accepts any string as a policy';
}

async function judge(service: Service<ServiceState>, check: (typeof allChecks)[number]): Promise<CheckResult> {
  const session = createSession({
    config: {
      modelRevision: '2025-02-11',
      callTimeoutMs: 5_000,
      settleMs: 0,
      maxCalls: undefined,
      maxTimeMs: undefined,
      capabilities: {},
    },
    target: createClientMockTarget({ name: 'deviant', region: 'us-east-1', service }),
    runId: 'detection',
    acceptedPolicy,
    clock: systemClock,
    onEvent: () => {},
  });
  await session.probe();
  const result = await runCheck(session, check, { seed: 1, casesPerStratum: 1 }, () => {});
  await session.close();
  return result;
}

describe.each(allChecks.filter((check) => levelOf(check) !== 'note').map((check) => [check.id, check] as const))(
  '%s',
  (id, check) => {
    const name = killerOf(id);
    test(`catches the service that ${name}`, async () => {
      const deviant = deviants[name];
      if (deviant === undefined) throw new Error(`There is no service that ${name}.`);
      const { verdict, failures } = await judge(deviant, check);
      expect(verdict).toBe('fail');
      expect(Math.max(...failures.map(({ run }) => run.trace.length))).toBeLessThanOrEqual(5);
    });

    test('passes the reference service', async () => {
      expect(await judge(reference, check)).toMatchObject({ verdict: 'pass', notes: [], failures: [] });
    });

    // The oracle's other answers, one at a time: the last one allowed is the furthest from the preferred one.
    test('passes a service that always takes the last answer allowed', async () => {
      const contrary: Service<ServiceState> = {
        initial: reference.initial,
        step(state, operation) {
          const allowed = oracle.transitions(state, operation);
          return (isPolicyOperation(operation) ? allowed.at(-1) : allowed[0]) ?? reference.step(state, operation);
        },
      };
      const { verdict } = await judge(contrary, check);
      expect(verdict).toBe('pass');
    });
  },
);

test('a check at level note reports what it finds and fails nothing', async () => {
  const check = allChecks.find(({ id }) => id === 'resource-state/refuses-put-once-deleted');
  if (check === undefined) throw new Error('The check is gone.');
  const acceptsWhenDeleted = bent((state, operation, right) => {
    const outcome: Outcome = { kind: 'success', output: {} };
    return operation.kind === 'PutPolicy' ? { outcome, next: state } : right;
  });
  const result = await judge(acceptsWhenDeleted, check);
  expect(result.verdict).toBe('pass');
  expect(result.notes).not.toEqual([]);
});
