// The system of the test histories: a register that may be absent.

import type { History, HistoryCall } from '../history.js';
import type { Specification } from '../specification.js';

export type RegisterInput =
  | { readonly kind: 'put'; readonly value: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'get' }
  | { readonly kind: 'add'; readonly value: string };

/** `undefined` is absent; `refused` says nothing about the state. */
export type RegisterOutput =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'found'; readonly value: string | undefined };

export type RegisterCall = HistoryCall<RegisterInput, RegisterOutput>;
export type RegisterHistory = History<RegisterInput, RegisterOutput>;

/** `add` appends, so its effect depends on the state. */
export const register: Specification<string | undefined, RegisterInput, RegisterOutput> = {
  initial: [undefined],
  step(state, input, output) {
    if (output?.kind === 'refused') return [state];
    switch (input.kind) {
      case 'put':
        return [input.value];
      case 'delete':
        return [undefined];
      case 'add':
        return [(state ?? '') + input.value];
      case 'get':
        return output === undefined || (output.kind === 'found' && output.value === state) ? [state] : [];
      default:
        return input satisfies never;
    }
  },
  fingerprint: (state) => state ?? '',
  effectOf(input, output) {
    if (output?.kind === 'refused') return 'nothing';
    switch (input.kind) {
      case 'get':
        return 'observes';
      case 'add':
        return 'changes';
      default:
        return 'overwrites';
    }
  },
};

/** The same without promises about effects, so that the checker uses no shortcut. */
export const registerWithoutPromises: typeof register = { ...register, effectOf: () => 'changes' };

/** A put may or may not take effect, and the initial value is unknown. */
export const forgetfulRegister: typeof register = {
  ...register,
  initial: [undefined, 'a'],
  step: (state, input, output) =>
    input.kind === 'put' && output?.kind !== 'refused' ? [input.value, 'lost'] : register.step(state, input, output),
};

export function put(value: string): RegisterInput {
  return { kind: 'put', value };
}

export const remove: RegisterInput = { kind: 'delete' };

/** A call from its interval; a missing return leaves it open. */
export function call(
  lane: number,
  input: RegisterInput,
  invokedAt: number,
  returnedAt?: number,
  output: RegisterOutput = { kind: 'done' },
): RegisterCall {
  return {
    lane,
    input,
    invokedAt,
    ...(returnedAt === undefined ? {} : { returned: { at: returnedAt, output } }),
  };
}

/** A read that found a value, or nothing. */
export function read(lane: number, value: string | undefined, invokedAt: number, returnedAt: number): RegisterCall {
  return call(lane, { kind: 'get' }, invokedAt, returnedAt, { kind: 'found', value });
}

export function describeCall(input: RegisterInput, output: RegisterOutput | undefined): string {
  const asked = 'value' in input ? `${input.kind} ${input.value}` : input.kind;
  if (output === undefined) return `${asked}, never answered`;
  if (output.kind === 'found') return `${asked} -> ${output.value ?? 'absent'}`;
  return output.kind === 'refused' ? `${asked} refused` : asked;
}
