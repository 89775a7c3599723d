// Explains in one sentence why no order explains a call: a lost, torn, stale or resurrected write.

import type { History, HistoryCall } from './history.js';
import type { Specification } from './specification.js';
import type { Unexplained } from './verdict.js';

export type ViolationKind =
  | 'torn'
  | 'never written'
  | 'refused but applied'
  | 'too early'
  | 'lost'
  | 'stale'
  | 'went backwards'
  | 'resurrected'
  | 'no order';

export interface Explanation {
  readonly kind: ViolationKind;
  readonly sentence: string;
}

export interface ExplainOptions<Input, Output> {
  /** The whole history, if it was shrunk. It distinguishes a lost write from one that another call saw. */
  readonly whole?: History<Input, Output>;
  readonly describe: (input: Input, output: Output | undefined) => string;
  /** Whether the answer shows a part of what the call wrote; distinguishes a torn value from one that was never written. */
  readonly showsPartOf?: (output: Output, written: Input) => boolean;
}

/** The maximum number of states that are followed; with fewer only the sentence is less precise. */
const stateLimit = 1_000;

/** The maximum length of a label in the sentence. */
const labelLengthLimit = 120;

interface Evidence<Input, Output> {
  readonly read: HistoryCall<Input, Output>;
  /** Calls with an effect after which the answer of `read` is possible. */
  readonly sources: readonly HistoryCall<Input, Output>[];
  /** Rejected calls that explain the answer if they took effect nevertheless. */
  readonly refused: readonly HistoryCall<Input, Output>[];
  /** Calls with an effect after which the answer of `read` is impossible. */
  readonly others: readonly HistoryCall<Input, Output>[];
  /** The other answered reads. */
  readonly otherReads: readonly HistoryCall<Input, Output>[];
  /** The other reads whose answers are impossible if that of `read` is possible. */
  readonly contradictions: readonly HistoryCall<Input, Output>[];
  readonly name: (call: HistoryCall<Input, Output>) => string;
  /** Whether any read at all, of the whole history, shows the write. */
  readonly isEverSeen: (write: HistoryCall<Input, Output>) => boolean;
  /** Whether the call leads back to a first state. */
  readonly isUndoing: (call: HistoryCall<Input, Output>) => boolean;
  /** Whether the answer of the read is possible after the write. */
  readonly shows: (read: HistoryCall<Input, Output>, write: HistoryCall<Input, Output>) => boolean;
  /** Whether the answer of the read is possible at the start. */
  readonly showsStart: (read: HistoryCall<Input, Output>) => boolean;
}

/** The explanation of a violation, for any consistency model. `verdict` is that of the history. */
export function explainViolation<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  verdict: Unexplained,
  options: ExplainOptions<Input, Output>,
): Explanation {
  const read = history[verdict.impossible];
  if (read === undefined) throw new Error(`The history has no call ${verdict.impossible}.`);
  const evidence = gatherEvidence(history, specification, read, options);
  const { name } = evidence;
  if (specification.effectOf(read.input, read.returned?.output) !== 'observes') {
    return { kind: 'no order', sentence: `No order of the calls allows ${name(read)}.` };
  }
  const reachable = evidence.sources.filter(({ invokedAt }) => invokedAt <= endOf(read));
  if (reachable.length === 0 && !evidence.showsStart(read)) return explainUnknownValue(evidence, options);
  return explainOldValue({ ...evidence, sources: reachable }) ?? explainByOrder(history, verdict, evidence);
}

function gatherEvidence<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  read: HistoryCall<Input, Output>,
  { describe, whole = history }: ExplainOptions<Input, Output>,
): Evidence<Input, Output> {
  const effectOf = (call: HistoryCall<Input, Output>) => specification.effectOf(call.input, call.returned?.output);
  const isPossible = (call: HistoryCall<Input, Output>, state: State): boolean =>
    specification.step(state, call.input, call.returned?.output).length > 0;
  const statesAfter = statesAfterCalls(history, specification);
  const isFirst = new Set(specification.initial.map((state) => specification.fingerprint(state)));
  const shows = (each: HistoryCall<Input, Output>, write: HistoryCall<Input, Output>): boolean =>
    (statesAfter.get(write) ?? []).some((state) => isPossible(each, state));
  const writes = history.filter((call) => ['overwrites', 'changes'].includes(effectOf(call)));
  const ownStates = [...specification.initial, ...writes.flatMap((write) => statesAfter.get(write) ?? [])].filter(
    (state) => isPossible(read, state),
  );
  const otherReads = history.filter(
    (call) => call !== read && effectOf(call) === 'observes' && call.returned !== undefined,
  );
  return {
    read,
    sources: writes.filter((write) => shows(read, write)),
    refused: whole.filter(
      ({ input, invokedAt, returned }) =>
        returned !== undefined &&
        specification.effectOf(input, returned.output) === 'nothing' &&
        invokedAt <= endOf(read) &&
        specification.initial
          .flatMap((state) => specification.step(state, input, undefined))
          .some((state) => isPossible(read, state)),
    ),
    others: writes.filter((write) => !shows(read, write)),
    otherReads,
    contradictions: otherReads.filter((call) => ownStates.every((state) => !isPossible(call, state))),
    showsStart: (each) => specification.initial.some((state) => isPossible(each, state)),
    name: ({ lane, input, returned }) => `${shorten(describe(input, returned?.output))} (lane ${lane})`,
    isEverSeen: (write) =>
      whole.some((call) => effectOf(call) === 'observes' && call.returned !== undefined && shows(call, write)),
    isUndoing: (call) => (statesAfter.get(call) ?? []).every((state) => isFirst.has(specification.fingerprint(state))),
    shows,
  };
}

/** The states after each call with an effect; if they depend on the previous state, after any known state. */
function statesAfterCalls<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
): ReadonlyMap<HistoryCall<Input, Output>, readonly State[]> {
  const known = new Map(specification.initial.map((state) => [specification.fingerprint(state), state]));
  const after = new Map<HistoryCall<Input, Output>, readonly State[]>();
  for (const call of [...history].sort((left, right) => left.invokedAt - right.invokedAt)) {
    const output = call.returned?.output;
    const effect = specification.effectOf(call.input, output);
    if (effect === 'nothing' || effect === 'observes') continue;
    const before = effect === 'overwrites' ? specification.initial.slice(0, 1) : [...known.values()];
    const states = before.flatMap((state) => specification.step(state, call.input, output)).slice(0, stateLimit);
    for (const state of states) if (known.size < stateLimit) known.set(specification.fingerprint(state), state);
    after.set(call, states);
  }
  return after;
}

function explainUnknownValue<Input, Output>(
  { read, sources, refused, others, name }: Evidence<Input, Output>,
  { showsPartOf }: ExplainOptions<Input, Output>,
): Explanation {
  const already = refused.at(-1);
  if (already !== undefined) {
    return {
      kind: 'refused but applied',
      sentence: `Refused but applied: ${name(already)} must have had no effect, but ${name(read)} shows it.`,
    };
  }
  const [early] = sources;
  if (early !== undefined) {
    return { kind: 'too early', sentence: `Too early: ${name(read)} had returned before ${name(early)} began.` };
  }
  const output = read.returned?.output;
  const parts =
    showsPartOf === undefined || output === undefined ? [] : others.filter(({ input }) => showsPartOf(output, input));
  const [first, second] = parts;
  if (first === undefined) {
    return { kind: 'never written', sentence: `Never written: no call can have led to ${name(read)}.` };
  }
  const mixed =
    second === undefined ? `only a part of ${name(first)}` : `a mixture of ${name(first)} and ${name(second)}`;
  return { kind: 'torn', sentence: `Torn: ${name(read)} shows ${mixed}.` };
}

/** For an answer that was correct earlier: the write that must have replaced it before the read began. */
function explainOldValue<Input, Output>(evidence: Evidence<Input, Output>): Explanation | undefined {
  const { read, sources, others, contradictions, name, isUndoing, isEverSeen, shows, showsStart } = evidence;
  const isAfterAllSources = ({ invokedAt }: HistoryCall<Input, Output>): boolean =>
    sources.every((each) => effectEnd(each, evidence) < invokedAt);
  const later = others.filter(isAfterAllSources);
  const source = sources.at(-1);
  const shown = source === undefined ? 'the state at the start' : `what ${name(source)} left`;
  const seen = contradictions.find(
    (each) =>
      endOf(each) < read.invokedAt &&
      later.some((write) => shows(each, write)) &&
      isExplainedBy(each, evidence, later) &&
      (!showsStart(each) || isAfterAllSources(each)),
  );
  const replacement = later.findLast((write) => endOf(write) < read.invokedAt);
  const cause = replacement ?? (seen === undefined ? undefined : later.find((write) => shows(seen, write)));
  if (cause === undefined) return undefined;
  if (isUndoing(cause) && !showsStart(read)) {
    const proof =
      replacement === undefined && seen !== undefined ? `${name(seen)} had shown its effect` : 'it was answered';
    return {
      kind: 'resurrected',
      sentence: `Resurrected: ${name(read)} shows ${shown} again, although ${name(cause)} had undone it and ${proof} before.`,
    };
  }
  if (seen !== undefined) {
    return {
      kind: 'went backwards',
      sentence: `Went backwards: ${name(read)} shows ${shown} again, after ${name(seen)} had shown that ${name(cause)} replaced it.`,
    };
  }
  return !isEverSeen(cause)
    ? {
        kind: 'lost',
        sentence: `Lost: ${name(cause)} was answered before ${name(read)} began, which still shows ${shown}, and no call shows its effect.`,
      }
    : {
        kind: 'stale',
        sentence: `Stale: ${name(read)} shows ${shown}, which ${name(cause)} had replaced before it began.`,
      };
}

/** The latest time at which a write took effect: at its return, or when a read showed it. */
function effectEnd<Input, Output>(write: HistoryCall<Input, Output>, evidence: Evidence<Input, Output>): number {
  const witnesses = evidence.otherReads.filter(
    (each) => evidence.shows(each, write) && !evidence.showsStart(each) && isExplainedBy(each, evidence, [write]),
  );
  return Math.min(endOf(write), ...witnesses.map(endOf));
}

/** Whether only the given writes can have led to what the read shows. */
function isExplainedBy<Input, Output>(
  read: HistoryCall<Input, Output>,
  { sources, others, shows }: Evidence<Input, Output>,
  writes: readonly HistoryCall<Input, Output>[],
): boolean {
  return [...sources, ...others].every((write) => writes.includes(write) || !shows(read, write));
}

function explainByOrder<Input, Output>(
  history: History<Input, Output>,
  { longest }: Unexplained,
  { read, name, sources, others, contradictions }: Evidence<Input, Output>,
): Explanation {
  const order = longest.flatMap((position) => history[position] ?? []);
  const writes = new Set([...sources, ...others]);
  const last = order.findLast((call) => writes.has(call));
  const state = last === undefined ? 'nothing has been written yet' : `the last to write is ${name(last)}`;
  // Reads after the last write that could have led to the answer contradict it.
  const sinceSource = order.slice(order.findLastIndex((call) => sources.includes(call)) + 1);
  const against = sinceSource.findLast((call) => contradictions.includes(call));
  const together = against === undefined ? '' : ` together with ${name(against)}`;
  return {
    kind: 'no order',
    sentence: `No order of the calls explains ${name(read)}${together}: in the longest that explains all answers before, ${state}.`,
  };
}

function endOf({ returned }: HistoryCall<unknown, unknown>): number {
  return returned?.at ?? Infinity;
}

function shorten(label: string): string {
  return label.length <= labelLengthLimit
    ? label
    : `${label.slice(0, labelLengthLimit - 3).replace(/[\ud800-\udbff]$/, '')}...`;
}
