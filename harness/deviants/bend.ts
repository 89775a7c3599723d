// Ways of bending a service, from which faults and twins are made. A bent service knows the reference from outside only,
// by asking it, and may remember something of its own beside.

import type { Operation, OperationName } from '../api/operation.js';
import { isPolicyOperation } from '../api/operation.js';
import { policyTextOf, type Outcome, type Output } from '../api/outcome.js';
import type { Service } from '../api/service.js';

/** Makes another service of one; what it keeps is nobody else's business. */
export type Bend = <State>(reference: Service<State>) => Service<unknown>;

/** One call to a bent service. */
export interface Call<Memory> {
  readonly operation: Operation;
  /** How many calls came before. */
  readonly callsBefore: number;
  /** The time of the call, in milliseconds since 1970. */
  readonly atMs: number;
  readonly memory: Memory;
  readonly remember: (memory: Memory) => void;
  /** What the reference answers, with all that follows from it. */
  readonly ask: (operation: Operation) => Outcome;
  /** What the reference would answer, without any effect. */
  readonly peek: (operation: Operation) => Outcome;
}

interface BentState<State, Memory> {
  readonly inner: State;
  readonly memory: Memory;
  readonly calls: number;
}

export function bend<Memory>(initial: Memory, answer: (call: Call<Memory>) => Outcome): Bend {
  return <State>(reference: Service<State>): Service<unknown> => {
    const bent: Service<BentState<State, Memory>> = {
      initial: { inner: reference.initial, memory: initial, calls: 0 },
      step(state, operation, context) {
        let { inner, memory } = state;
        const outcome = answer({
          operation,
          callsBefore: state.calls,
          atMs: context?.atMs ?? 0,
          memory,
          remember: (next) => {
            memory = next;
          },
          ask: (asked) => {
            const transition = reference.step(inner, asked, context);
            inner = transition.next;
            return transition.outcome;
          },
          peek: (asked) => reference.step(inner, asked, context).outcome,
        });
        return { outcome, next: { inner, memory, calls: state.calls + 1 } };
      },
    };
    // The state of a service is opaque to whoever hosts it.
    return bent;
  };
}

export function success(output: Output = {}): Outcome {
  return { kind: 'success', output };
}

export function refusal(error: string, status = 400): Outcome {
  return { kind: 'service-error', error, status };
}

/** A call that is judged by what the reference makes of it. */
export type When<Name extends OperationName = OperationName> = (
  operation: Extract<Operation, { readonly kind: Name }>,
  right: Outcome,
  call: Pick<Call<unknown>, 'callsBefore' | 'atMs' | 'peek'>,
) => boolean;

/** Answers an operation otherwise than is right, while what is right happens; undefined leaves the answer alone. */
export function answers<Name extends OperationName>(
  names: readonly Name[] | 'policy operations',
  otherwise: (
    right: Outcome,
    operation: Extract<Operation, { readonly kind: Name }>,
    call: Pick<Call<unknown>, 'callsBefore' | 'atMs' | 'peek'>,
  ) => Outcome | undefined,
): Bend {
  return bend(undefined, ({ operation, ask, ...call }) => {
    const right = ask(operation);
    return isOneOf(operation, names) ? (otherwise(right, operation, call) ?? right) : right;
  });
}

/** Refuses calls that are right, and does nothing then. */
export function refuses<Name extends OperationName>(names: readonly Name[], error: string, when: When<Name>): Bend {
  return bend(undefined, ({ operation, ask, peek, ...call }) => {
    if (!isOneOf(operation, names) || !when(operation, peek(operation), { peek, ...call })) return ask(operation);
    return refusal(error);
  });
}

/** Texts that are kept outside of the reference, by ARN; null where there is none although the reference has one. */
type Shelf = ReadonlyMap<string, string | null>;

/**
 * Keeps something else than what is put. `keep` gets the text, the outcome that is right and the policy that was there,
 * and returns the text to be kept, null for none, or undefined to leave the call alone. The answer is then Success.
 */
export function stores(
  keep: (put: {
    readonly text: string;
    readonly right: Outcome;
    readonly before: string | undefined;
    readonly arn: string;
    readonly callsBefore: number;
    readonly atMs: number;
  }) => string | null | undefined,
): Bend {
  return bend<Shelf>(new Map(), (call) => {
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
      const before = policyTextOf(read());
      const text = operation.input.Policy;
      const kept = keep({ text, right, before, arn, callsBefore, atMs });
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

/** Accepts policies that must be refused, and gives them back as they are. */
export function accepts(when: (text: string, right: Outcome) => boolean): Bend {
  return stores(({ text, right }) => (right.kind !== 'success' && when(text, right) ? text : undefined));
}

/** Gives back policies in another form than they were put in; undefined for no policy at all. */
export function reads(rewrite: (text: string) => unknown): Bend {
  return answers(['GetPolicy'], (right) => {
    const text = policyTextOf(right);
    return text === undefined ? undefined : success({ Policy: rewrite(text) });
  });
}

/** The same for the document: what JSON.parse makes of the text. */
export function readsDocument(rewrite: (document: Json) => unknown): Bend {
  return reads((text) => JSON.stringify(rewrite(JSON.parse(text))));
}

/** A policy as JSON.parse gives it, in the form that every documented policy has. */
export interface Json {
  [member: string]: unknown;
  Statement: Record<string, unknown>[];
}

export function isRefused(outcome: Outcome, ...names: readonly string[]): boolean {
  return outcome.kind === 'service-error' && (names.length === 0 || names.includes(outcome.error));
}

function isOneOf<Name extends OperationName>(
  operation: Operation,
  names: readonly Name[] | 'policy operations',
): operation is Extract<Operation, { readonly kind: Name }> {
  if (names === 'policy operations') return isPolicyOperation(operation);
  return names.some((name) => name === operation.kind);
}
