// Every check can fail: small faulty services, each caught by the check named beside it. That a service which only uses
// its freedom fails none is shown in `alternatives.test.ts`.

import { describe, expect, test } from 'vitest';
import { isPolicyOperation, type Operation, type OperationOf, type PolicyOperation } from '../harness/api/operation.js';
import type { Outcome } from '../harness/api/outcome.js';
import type { Service, Transition } from '../harness/api/service.js';
import { oracle } from '../harness/model/oracle.js';
import { referenceService } from '../harness/model/reference-service.js';
import { withAuthority, type ServiceState } from '../harness/model/state.js';
import { levelOf } from '../harness/run/check.js';
import { allChecks } from './all-checks.js';
import { judgeService } from './testing/judge-service.js';

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

/** Gives another name to whatever one operation refuses. */
function refusesWith(kind: Operation['kind'], error: string): Service<ServiceState> {
  return bent((_state, operation, right) =>
    operation.kind === kind && right.outcome.kind === 'service-error' ? refuse(right.next, error) : right,
  );
}

function rewritesOnRead(rewrite: (policy: string) => string): Service<ServiceState> {
  return bent((_state, operation, right) =>
    operation.kind === 'GetPolicy' && right.outcome.kind === 'success'
      ? succeed(right.next, { Policy: rewrite(String(right.outcome.output['Policy'])) })
      : right,
  );
}

interface Remembered<Memory> {
  readonly service: ServiceState;
  readonly memory: Memory;
}

/** The reference service with a memory of its own beside its state. */
function remembering<Memory>(
  blank: Memory,
  bend: (
    memory: Memory,
    state: ServiceState,
    operation: Operation,
    right: Transition<ServiceState>,
  ) => Transition<ServiceState> & { readonly memory: Memory },
): Service<Remembered<Memory>> {
  return {
    initial: { service: reference.initial, memory: blank },
    step({ service, memory }, operation) {
      const bentAnswer = bend(memory, service, operation, reference.step(service, operation));
      return { outcome: bentAnswer.outcome, next: { service: bentAnswer.next, memory: bentAnswer.memory } };
    },
  };
}

/** The CA that an operation names, as it is after the call. */
function authorityAfter(
  { next }: Transition<ServiceState>,
  { input }: Operation,
): ReturnType<ServiceState['authorities']['get']> {
  if ('ResourceArn' in input) return next.authorities.get(input.ResourceArn);
  return 'CertificateAuthorityArn' in input ? next.authorities.get(input.CertificateAuthorityArn) : undefined;
}

function withPolicy(state: ServiceState, arn: string, policy: string | undefined): ServiceState {
  const authority = state.authorities.get(arn);
  if (authority === undefined) return state;
  const { policy: _before, ...rest } = authority;
  return withAuthority(state, policy === undefined ? rest : { ...rest, policy });
}

function clearingOthers(
  { input }: OperationOf<'PutPolicy'>,
  right: Transition<ServiceState>,
): Transition<ServiceState> {
  const others = [...right.next.authorities.keys()].filter((arn) => arn !== input.ResourceArn);
  return { ...right, next: others.reduce((next, arn) => withPolicy(next, arn, undefined), right.next) };
}

/** The statements of both policies, in one. */
function merged(before: string, after: string): string {
  const [old, fresh] = [before, after].map((text): { Statement: unknown[] } => JSON.parse(text));
  return JSON.stringify({ ...fresh, Statement: [...(old?.Statement ?? []), ...(fresh?.Statement ?? [])] });
}

const deviants: Readonly<Record<string, Service<unknown>>> = {
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
  'refuses for now a policy that is there already': bent((state, operation, right) =>
    operation.kind === 'PutPolicy' && authorityOf(state, operation)?.policy === operation.input.Policy
      ? refuse(state, 'ConcurrentModificationException')
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
  'refuses to put with an error about tags': refusesWith('PutPolicy', 'InvalidTagException'),
  'refuses to get with an error about lockouts': refusesWith('GetPolicy', 'LockoutPreventedException'),
  'refuses to delete with an error about policies': refusesWith('DeletePolicy', 'InvalidPolicyException'),
  'answers ValidationException on DELETED': refusesIn('DELETED', 'ValidationException'),
  'unescapes what it returns': rewritesOnRead((policy) => JSON.stringify(JSON.parse(policy))),
  'adds new statements to the old ones': bent((state, operation, right) => {
    const before = authorityOf(state, operation)?.policy;
    if (operation.kind !== 'PutPolicy' || right.outcome.kind !== 'success' || before === undefined) return right;
    return store(state, operation, (policy) => (policy === before ? policy : merged(before, policy)));
  }),
  'forgets a policy that was read twice': remembering(new Map<string, number>(), (reads, _state, operation, right) => {
    if (!isPolicyOperation(operation)) return { ...right, memory: reads };
    const arn = operation.input.ResourceArn;
    const count = operation.kind === 'GetPolicy' ? (reads.get(arn) ?? 0) + 1 : 0;
    const next = count >= 2 ? withPolicy(right.next, arn, undefined) : right.next;
    return { ...right, next, memory: new Map([...reads, [arn, count]]) };
  }),
  'brings back a deleted policy once it was missed': remembering(
    new Map<string, string>(),
    (gone, state, operation, right) => {
      const authority = authorityOf(state, operation);
      const { arn, policy } = authority ?? { arn: '', policy: undefined };
      if (operation.kind === 'DeletePolicy' && policy !== undefined)
        return { ...right, memory: new Map([...gone, [arn, policy]]) };
      const isMissed = operation.kind === 'GetPolicy' && policy === undefined && gone.has(arn);
      return isMissed
        ? { ...right, next: withPolicy(right.next, arn, gone.get(arn)), memory: gone }
        : { ...right, memory: gone };
    },
  ),
  'clears the policies of the other CAs': bent((_state, operation, right) =>
    operation.kind === 'PutPolicy' && right.outcome.kind === 'success' ? clearingOthers(operation, right) : right,
  ),
  'clears the other CAs when it refuses a policy': bent((_state, operation, right) =>
    operation.kind === 'PutPolicy' && right.outcome.kind === 'service-error' ? clearingOthers(operation, right) : right,
  ),
  'clears the policy when it refuses another': bent((_state, operation, right) =>
    operation.kind === 'PutPolicy' && right.outcome.kind === 'service-error'
      ? { ...right, next: withPolicy(right.next, operation.input.ResourceArn, undefined) }
      : right,
  ),
  'changes on DISABLED what it says it keeps': bent((state, operation, right) =>
    operation.kind !== 'GetPolicy' && authorityOf(state, operation)?.status === 'DISABLED'
      ? refuse(right.next, 'InvalidStateException')
      : right,
  ),
  'restores a policy that was deleted before': remembering(
    new Map<string, string>(),
    (put, _state, operation, right) => {
      const authority = authorityAfter(right, operation);
      const memory = authority?.policy === undefined ? put : new Map([...put, [authority.arn, authority.policy]]);
      if (operation.kind !== 'RestoreCertificateAuthority' || authority === undefined) return { ...right, memory };
      return { ...right, next: withPolicy(right.next, authority.arn, memory.get(authority.arn)), memory };
    },
  ),
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
  'errors/of-put-policy-are-declared': 'refuses to put with an error about tags',
  'errors/of-get-policy-are-declared': 'refuses to get with an error about lockouts',
  'errors/of-delete-policy-are-declared': 'refuses to delete with an error about policies',
  'errors/have-status-400': 'answers with status 404 what it does not find',
  'resource-state/works-while-pending': 'insists on ACTIVE',
  'resource-state/works-while-active': 'refuses on ACTIVE',
  'resource-state/answers-while-disabled': 'answers ValidationException on DISABLED',
  'resource-state/answers-while-deleted': 'answers ValidationException on DELETED',
  'resource-state/means-its-answers-while-disabled': 'changes on DISABLED what it says it keeps',
  'resource-state/keeps-or-drops-the-policy-once-restored': 'restores a policy that was deleted before',
  'get-policy/stays-within-its-characters': 'unescapes what it returns',
  'isolation/refusals-touch-no-other-authority': 'clears the other CAs when it refuses a policy',
  'sequences/keep-the-last-policy': 'adds new statements to the old ones',
  'sequences/keep-authorities-apart': 'clears the policies of the other CAs',
  'sequences/survive-refusals': 'clears the policy when it refuses another',
  'sequences/hold-through-states': 'changes on DISABLED what it says it keeps',
  'concurrency/settles-overlapping-writes': 'deletes nothing',
  'concurrency/settles-four-calls-in-any-order': 'forgets every policy',
  'concurrency/withstands-a-burst': 'forgets every policy',
  'concurrency/writes-while-the-state-changes': 'forgets every policy',
  'concurrency/shows-what-was-written': 'adds new statements to the old ones',
  'concurrency/agrees-with-itself-once-settled': 'deletes nothing',
  'concurrency/keeps-authorities-apart': 'clears the policies of the other CAs',
  'concurrency/keeps-every-policy-of-a-burst': 'keeps one policy for all CAs',
  'concurrency/refuses-nothing-while-idle': 'refuses for now a policy that is there already',
};

function killerOf(checkId: string): string {
  const named = killedBy[checkId];
  if (named !== undefined) return named;
  if (checkId.startsWith('arn/')) return 'takes any ARN for a CA';
  if (checkId.includes('/settles-')) return 'answers an open question with another error';
  return checkId.includes('/accepts-') ? 'refuses every policy' : 'accepts any string as a policy';
}

function deviantNamed(name: string): Service<unknown> {
  const deviant = deviants[name];
  if (deviant === undefined) throw new Error(`There is no service that ${name}.`);
  return deviant;
}

/** No fault needs a longer program: a policy is put and deleted, its CA disabled, deleted, restored, enabled and read. */
const longestProgram = 7;

/** Faults that only a sequence shows, each beside a check that must catch it too. */
const alsoKilledBy: readonly (readonly [string, string])[] = [
  ['sequences/keep-the-last-policy', 'forgets a policy that was read twice'],
  ['sequences/keep-the-last-policy', 'brings back a deleted policy once it was missed'],
  ['sequences/keep-authorities-apart', 'keeps one policy for all CAs'],
  ['sequences/survive-refusals', 'refuses a policy that is there already'],
  ['sequences/survive-refusals', 'clears the other CAs when it refuses a policy'],
  ['sequences/survive-refusals', 'accepts any string as a policy'],
  ['sequences/hold-through-states', 'restores a policy that was deleted before'],
  ['isolation/acts-on-the-named-authority-alone', 'clears the policies of the other CAs'],
];

// No hand-made request reaches a service in process; the checks that need them have their deviants where the emulator is.
const checksInProcess = allChecks.filter((check) => levelOf(check) !== 'note' && !check.needs?.includes('wire'));

describe.each(checksInProcess.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const name = killerOf(id);
  test(`catches the service that ${name}`, async () => {
    const { verdict, failures } = await judgeService(deviantNamed(name), check);
    expect(verdict).toBe('fail');
    expect(Math.max(...failures.map(({ run }) => run.trace.length))).toBeLessThanOrEqual(longestProgram);
  });

  test.each(alsoKilledBy.filter(([checkId]) => checkId === id))(
    '%s: catches the service that %s',
    async (_id, fault) => {
      const { verdict, failures } = await judgeService(deviantNamed(fault), check);
      expect(verdict).toBe('fail');
      expect(Math.max(...failures.map(({ run }) => run.trace.length))).toBeLessThanOrEqual(longestProgram);
    },
  );

  test('passes the reference service', async () => {
    expect(await judgeService(reference, check)).toMatchObject({ verdict: 'pass', notes: [], failures: [] });
  });
});

test('a check at level note reports what it finds and fails nothing', async () => {
  const check = allChecks.find(({ id }) => id === 'resource-state/refuses-put-once-deleted');
  if (check === undefined) throw new Error('The check is gone.');
  const acceptsWhenDeleted = bent((state, operation, right) => {
    const outcome: Outcome = { kind: 'success', output: {} };
    return operation.kind === 'PutPolicy' ? { outcome, next: state } : right;
  });
  const result = await judgeService(acceptsWhenDeleted, check);
  expect(result.verdict).toBe('indeterminate');
  expect(result.notes).not.toEqual([]);
});
