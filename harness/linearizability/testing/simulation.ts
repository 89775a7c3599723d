// Simulated histories of a register that several lanes call at random times, with or without a fault.

import {
  register,
  type RegisterCall,
  type RegisterHistory,
  type RegisterInput,
  type RegisterOutput,
} from './register.js';

/** Numbers from 0 to 1, the same from the same seed (mulberry32 by Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the simulated register does wrong, with a probability for each call. */
export const faults = ['none', 'stale read', 'lost put', 'refused but applied', 'late effect', 'wrong value'] as const;
export type Fault = (typeof faults)[number];

export interface SimulationOptions {
  readonly callCount: number;
  readonly laneCount: number;
  readonly seed: number;
  readonly fault?: Fault;
  readonly faultShare?: number;
  /** The share of calls that are never answered. */
  readonly openShare?: number;
  /** The share of puts and deletes that are refused for now. */
  readonly refusedShare?: number;
  /** The number of values for puts; without it every put has a unique value. */
  readonly valueCount?: number;
}

interface PlannedCall {
  readonly lane: number;
  readonly input: RegisterInput;
  readonly invokedAt: number;
  readonly effectAt: number;
  readonly returnedAt: number;
  readonly isOpen: boolean;
  readonly isRefused: boolean;
}

/** Half reads, a quarter puts, a quarter deletes; times are whole numbers, so some touch. */
export function simulateRegister(options: SimulationOptions): RegisterHistory {
  const { seed, fault = 'none', faultShare = 0.1 } = options;
  const random = createRandom(seed);
  const plan = planCalls(options, random).sort((left, right) => left.effectAt - right.effectAt);
  const states: (string | undefined)[] = [undefined];
  const answers = plan.map((planned): RegisterCall => {
    const isFaulty = fault !== 'none' && random() < faultShare;
    const state = states.at(-1);
    const output = answerOf(planned, isFaulty ? fault : 'none', states, random);
    // A missing effect is only possible if the call was not answered.
    const isApplied = planned.isOpen
      ? random() < 0.5
      : (output.kind !== 'refused' || (isFaulty && fault === 'refused but applied')) &&
        !(isFaulty && fault === 'lost put' && planned.input.kind === 'put');
    if (isApplied) states.push(...register.step(state, planned.input, undefined).slice(0, 1));
    const { lane, input, invokedAt, returnedAt, isOpen } = planned;
    // A late effect occurs after the return that the client saw.
    const seenAt = isFaulty && fault === 'late effect' ? Math.min(returnedAt, invokedAt + 1) : returnedAt;
    return { lane, input, invokedAt, ...(isOpen ? {} : { returned: { at: seenAt, output } }) };
  });
  return answers.sort((left, right) => left.invokedAt - right.invokedAt);
}

function planCalls(options: SimulationOptions, random: () => number): PlannedCall[] {
  const { callCount, laneCount, openShare = 0, refusedShare = 0, valueCount } = options;
  const below = (limit: number): number => Math.floor(random() * limit);
  const freeAt = Array.from({ length: laneCount }, () => below(10));
  const laneNumbers = [...freeAt.keys()];
  let nextLane = laneCount;
  return Array.from({ length: callCount }, (_, index): PlannedCall => {
    const slot = freeAt.indexOf(Math.min(...freeAt));
    const invokedAt = (freeAt[slot] ?? 0) + below(4);
    const effectAt = invokedAt + random() * 20;
    const returnedAt = Math.ceil(effectAt + random() * 20);
    freeAt[slot] = returnedAt + 1 + below(2);
    const lane = laneNumbers[slot] ?? 0;
    const isOpen = random() < openShare;
    // A client that gave a call up continues as a new lane.
    if (isOpen) laneNumbers[slot] = nextLane++;
    const kind = random();
    const value = valueCount === undefined ? `v${index}` : `v${below(valueCount)}`;
    const input: RegisterInput =
      kind < 0.5 ? { kind: 'get' } : kind < 0.75 ? { kind: 'put', value } : { kind: 'delete' };
    const isRefused = kind >= 0.5 && random() < refusedShare;
    return { lane, input, invokedAt, effectAt, returnedAt, isOpen, isRefused };
  });
}

function answerOf(
  { input, isRefused }: PlannedCall,
  fault: Fault,
  states: readonly (string | undefined)[],
  random: () => number,
): RegisterOutput {
  if (input.kind !== 'get') {
    return isRefused || fault === 'refused but applied' ? { kind: 'refused' } : { kind: 'done' };
  }
  if (fault === 'wrong value') return { kind: 'found', value: 'nobody' };
  if (fault !== 'stale read') return { kind: 'found', value: states.at(-1) };
  return { kind: 'found', value: states.at(-1 - Math.ceil(random() * 3)) };
}
