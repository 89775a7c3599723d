// Ways to mutate a service, for mutants and variants. A mutated service only calls the reference service, and
// may keep its own state.
// This folder holds mutants and conforming variants of the service and of clients.

import type { CertificateAuthorityStatus, Operation, OperationName, PolicyOperation } from '../api/operation.js';
import { isPolicyOperation } from '../api/operation.js';
import { policyTextOf, success, type Outcome } from '../api/outcome.js';
import type { CallerFacts } from '../api/principal.js';
import type { Service } from '../api/service.js';
import type { PolicyOperationName } from '../catalogue/requirement.js';

/** Creates another service from one, with private state. */
export type ServiceMutation = <State>(reference: Service<State>) => Service<unknown>;

/** One call to a mutated service. */
export interface Call<Memory> {
  readonly operation: Operation;
  /** How many calls came before. */
  readonly callsBefore: number;
  /** The time of the call, in milliseconds since 1970. */
  readonly atMs: number;
  /** Who calls; undefined for the owner of the CAs. */
  readonly caller: CallerFacts | undefined;
  readonly memory: Memory;
  readonly remember: (memory: Memory) => void;
  /** The answer of the reference service, with all its effects. */
  readonly ask: (operation: Operation) => Outcome;
  /** The same for another caller; undefined for the owner of the CAs. */
  readonly askAs: (caller: CallerFacts | undefined, operation: Operation) => Outcome;
  /** What the reference service would answer to the owner of the CAs, without any effect. */
  readonly peek: (operation: Operation) => Outcome;
}

interface MutatedState<State, Memory> {
  readonly inner: State;
  readonly memory: Memory;
  readonly calls: number;
}

export function mutate<Memory>(initial: Memory, answer: (call: Call<Memory>) => Outcome): ServiceMutation {
  return <State>(reference: Service<State>): Service<unknown> => {
    const mutated: Service<MutatedState<State, Memory>> = {
      initial: { inner: reference.initial, memory: initial, calls: 0 },
      step(state, operation, context) {
        let { inner, memory } = state;
        const asOwner = { atMs: context?.atMs ?? 0 };
        const askAs = (caller: CallerFacts | undefined, asked: Operation): Outcome => {
          const transition = reference.step(inner, asked, { ...asOwner, caller });
          inner = transition.next;
          return transition.outcome;
        };
        const outcome = answer({
          operation,
          callsBefore: state.calls,
          atMs: context?.atMs ?? 0,
          caller: context?.caller,
          memory,
          remember: (next) => {
            memory = next;
          },
          ask: (asked) => askAs(context?.caller, asked),
          askAs,
          peek: (asked) => reference.step(inner, asked, asOwner).outcome,
        });
        return { outcome, next: { inner, memory, calls: state.calls + 1 } };
      },
    };
    // The state of a service is opaque to its host.
    return mutated;
  };
}

/** A call to one of the three operations, with a memory for the CA that it names. */
export interface PolicyCall<Memory> extends Call<Memory> {
  readonly operation: PolicyOperation;
  readonly arn: string;
}

/** Mutates the three operations, with a memory for each CA. */
export function mutateEach<Memory>(initial: Memory, answer: (call: PolicyCall<Memory>) => Outcome): ServiceMutation {
  return mutate<ReadonlyMap<string, Memory>>(new Map(), ({ operation, memory: all, remember, ...call }) => {
    if (!isPolicyOperation(operation)) return call.ask(operation);
    const arn = operation.input.ResourceArn;
    const memory = all.get(arn) ?? initial;
    return answer({ ...call, operation, arn, memory, remember: (next) => remember(new Map([...all, [arn, next]])) });
  });
}

export function refusal(error: string, status = 400): Outcome {
  return { kind: 'service-error', error, status };
}

export function isRefused(outcome: Outcome, ...names: readonly string[]): boolean {
  return outcome.kind === 'service-error' && (names.length === 0 || names.includes(outcome.error));
}

/** The policy of a CA, as the reference service shows it. */
export function policyAt({ peek }: Pick<Call<unknown>, 'peek'>, arn: string): string | undefined {
  return policyTextOf(peek({ kind: 'GetPolicy', input: { ResourceArn: arn } }));
}

/** The state of a CA; undefined if it does not exist. */
export function statusOf({ peek }: Pick<Call<unknown>, 'peek'>, arn: string): string | undefined {
  const described = peek({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } });
  const authority = described.kind === 'success' ? described.output['CertificateAuthority'] : undefined;
  const isAuthority = typeof authority === 'object' && authority !== null && 'Status' in authority;
  return isAuthority ? String(authority.Status) : undefined;
}

/** A call, with what the reference service would answer to it. */
export type When<Name extends OperationName> = (
  operation: Extract<Operation, { readonly kind: Name }>,
  right: Outcome,
  call: Pick<Call<unknown>, 'callsBefore' | 'atMs' | 'peek'>,
) => boolean;

/** Answers an operation incorrectly, while its effect is correct; undefined leaves the answer unchanged. */
export function answers<Name extends OperationName = PolicyOperationName>(
  names: readonly Name[] | 'policy operations',
  otherwise: (
    right: Outcome,
    operation: Extract<Operation, { readonly kind: Name }>,
    call: Pick<Call<unknown>, 'callsBefore' | 'atMs' | 'peek'>,
  ) => Outcome | undefined,
): ServiceMutation {
  return mutate(undefined, ({ operation, ask, ...call }) => {
    const right = ask(operation);
    return isOneOf(operation, names) ? (otherwise(right, operation, call) ?? right) : right;
  });
}

/** Gives refusals another error name. */
export function renamesErrors(names: Readonly<Record<string, string>>): ServiceMutation {
  return answers('policy operations', (right) => {
    const name = right.kind === 'service-error' ? names[right.error] : undefined;
    return name === undefined ? undefined : refusal(name);
  });
}

/** Refuses calls that must succeed, without any effect. */
export function refuses<Name extends OperationName = PolicyOperationName>(
  names: readonly Name[] | 'policy operations',
  error: string,
  when: When<Name>,
): ServiceMutation {
  return mutate(undefined, ({ operation, ask, peek, ...call }) => {
    if (!isOneOf(operation, names) || !when(operation, peek(operation), { peek, ...call })) return ask(operation);
    return refusal(error);
  });
}

/** Refuses policies that the reference service accepts. */
export function refusesPolicies(when: (text: string) => boolean, error = 'InvalidPolicyException'): ServiceMutation {
  return refuses(['PutPolicy'], error, ({ input }, right) => right.kind === 'success' && when(input.Policy));
}

/** Refuses operations on CAs in one state. */
export function refusesIn(
  status: CertificateAuthorityStatus,
  error: string,
  names: readonly PolicyOperationName[] | 'policy operations' = 'policy operations',
): ServiceMutation {
  return refuses(names, error, ({ input }, _right, call) => statusOf(call, input.ResourceArn) === status);
}

/** Texts that are kept outside the reference service, by ARN; null if there is none although the reference service has one. */
type Shelf = ReadonlyMap<string, string | null>;

/** One PutPolicy, before it has any effect. */
export interface Put {
  readonly text: string;
  readonly arn: string;
  /** The correct answer. */
  readonly right: Outcome;
  /** The current policy. */
  readonly before: string | undefined;
  readonly callsBefore: number;
  readonly atMs: number;
  /** What the reference service would answer to another text. */
  readonly judge: (text: string) => Outcome;
  /** What the reference service would answer to another call. */
  readonly peek: (operation: Operation) => Outcome;
}

/**
 * Stores something other than what is put. `keep` returns the text to be stored, null for none, or undefined to leave the
 * call unchanged. The answer is then Success.
 */
export function stores(keep: (put: Put) => string | null | undefined): ServiceMutation {
  return mutate<Shelf>(new Map(), (call) => {
    const { operation, memory: shelf, ask, peek, remember, callsBefore, atMs } = call;
    if (!isPolicyOperation(operation)) return ask(operation);
    const arn = operation.input.ResourceArn;
    const read = (): Outcome => {
      const shelved = shelf.get(arn);
      if (shelved === undefined) return ask({ kind: 'GetPolicy', input: { ResourceArn: arn } });
      return shelved === null ? refusal('ResourceNotFoundException') : success({ Policy: shelved });
    };
    if (operation.kind === 'GetPolicy') return read();
    const right = peek(operation);
    if (operation.kind === 'PutPolicy') {
      const judge = (text: string): Outcome => peek(onAuthority(putOf(text), arn));
      const text = operation.input.Policy;
      const kept = keep({ text, arn, right, before: policyTextOf(read()), callsBefore, atMs, judge, peek });
      if (kept !== undefined) {
        if (right.kind === 'success') ask(operation);
        remember(new Map([...shelf, [arn, kept]]));
        return success();
      }
    }
    if (right.kind === 'success') remember(new Map([...shelf].filter(([shelved]) => shelved !== arn)));
    return ask(operation);
  });
}

function putOf(text: string): Extract<Operation, { readonly kind: 'PutPolicy' }> {
  return { kind: 'PutPolicy', input: { ResourceArn: '', Policy: text } };
}

/** Stores accepted policies in another form than they were put in. */
export function keeps(rewrite: (text: string) => string): ServiceMutation {
  return stores(({ text, right }) => {
    const rewritten = right.kind === 'success' ? rewrite(text) : text;
    return rewritten === text ? undefined : rewritten;
  });
}

/** Accepts policies that must be refused, on CAs that exist, and returns them unchanged. */
export function accepts(when: (text: string, right: Outcome) => boolean): ServiceMutation {
  return stores(({ text, arn, right, peek }) =>
    right.kind !== 'success' && when(text, right) && statusOf({ peek }, arn) !== undefined ? text : undefined,
  );
}

/** Overlooks a fault in a policy: accepts it if the corrected text would be accepted, and stores it as it is. */
export function overlooks(mend: (text: string, put: Put) => string): ServiceMutation {
  return stores((put) => (isMended(put, mend(put.text, put)) ? put.text : undefined));
}

/** The same, but the corrected text is stored. */
export function mends(mend: (text: string, put: Put) => string): ServiceMutation {
  return stores((put) => {
    const mended = mend(put.text, put);
    return isMended(put, mended) ? mended : undefined;
  });
}

function isMended({ text, right, judge }: Put, mended: string): boolean {
  return right.kind !== 'success' && mended !== text && judge(mended).kind === 'success';
}

/** Returns policies in another form than they were put in. */
export function reads(rewrite: (text: string) => unknown): ServiceMutation {
  return answers(['GetPolicy'], (right) => {
    const text = policyTextOf(right);
    return text === undefined ? undefined : success({ Policy: rewrite(text) });
  });
}

/** Finds a CA by ARNs that are not its own. */
export function finds(isMeant: (asked: string, known: string) => boolean): ServiceMutation {
  return mutate<readonly string[]>([], ({ operation, ask, memory: known, remember }) => {
    if (isPolicyOperation(operation)) {
      const { ResourceArn: asked } = operation.input;
      const found = known.includes(asked) ? asked : known.findLast((each) => isMeant(asked, each));
      return ask(found === undefined ? operation : onAuthority(operation, found));
    }
    const outcome = ask(operation);
    const made = createdArn(operation, outcome);
    if (made !== undefined) remember([...known, made]);
    return outcome;
  });
}

/** The ARN of the CA that a call created. */
export function createdArn({ kind }: Operation, outcome: Outcome): string | undefined {
  if (kind !== 'CreateCertificateAuthority' || outcome.kind !== 'success') return undefined;
  return String(outcome.output['CertificateAuthorityArn']);
}

/** The same call about another CA. */
function onAuthority<Each extends PolicyOperation>(operation: Each, arn: string): Each {
  return { ...operation, input: { ...operation.input, ResourceArn: arn } };
}

function isOneOf<Name extends OperationName>(
  operation: Operation,
  names: readonly Name[] | 'policy operations',
): operation is Extract<Operation, { readonly kind: Name }> {
  if (names === 'policy operations') return isPolicyOperation(operation);
  return names.some((name) => name === operation.kind);
}
