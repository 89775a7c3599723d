// Says in one sentence what is wrong with the call that no order explains: what was lost, torn, stale or resurrected.

import type { History, HistoryCall } from './history.js';
import type { Specification } from './specification.js';
import type { Unexplained } from './verdict.js';

export type ViolationKind =
  'torn' | 'never written' | 'too early' | 'lost' | 'stale' | 'went backwards' | 'resurrected' | 'no order';

export interface Explanation {
  readonly kind: ViolationKind;
  readonly sentence: string;
}

export interface ExplainOptions<Input, Output> {
  readonly describe: (input: Input, output: Output | undefined) => string;
  /** Whether the answer shows a part of what the call wrote; tells a torn value from one that nobody wrote. */
  readonly showsPartOf?: (output: Output, written: Input) => boolean;
}

/** Labels may be long; the sentence must not be. */
const labelLengthLimit = 120;

interface Evidence<Input, Output> {
  readonly read: HistoryCall<Input, Output>;
  /** Calls with an effect after which the answer of `read` is possible. */
  readonly sources: readonly HistoryCall<Input, Output>[];
  /** Calls with an effect after which it is not. */
  readonly others: readonly HistoryCall<Input, Output>[];
  /** Answered reads whose answers are impossible where that of `read` is possible. */
  readonly contradictions: readonly HistoryCall<Input, Output>[];
  readonly name: (call: HistoryCall<Input, Output>) => string;
  /** Whether the call leads back to a first state. */
  readonly isUndoing: (call: HistoryCall<Input, Output>) => boolean;
  /** Whether the answer of the read is possible after the write. */
  readonly shows: (read: HistoryCall<Input, Output>, write: HistoryCall<Input, Output>) => boolean;
  /** Whether the answer of the read is possible at the start. */
  readonly showsStart: (read: HistoryCall<Input, Output>) => boolean;
}

/** `verdict` is that of the history. Not only for linearizability: it says what the call contradicts. */
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
  const reachable = evidence.sources.filter(({ invokedAt }) => invokedAt <= (read.returned?.at ?? Infinity));
  if (reachable.length === 0 && !evidence.showsStart(read)) return explainUnknownValue(evidence, options);
  return explainOldValue({ ...evidence, sources: reachable }) ?? explainByOrder(history, verdict, evidence);
}

function gatherEvidence<State, Input, Output>(
  history: History<Input, Output>,
  specification: Specification<State, Input, Output>,
  read: HistoryCall<Input, Output>,
  { describe }: ExplainOptions<Input, Output>,
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
  return {
    read,
    sources: writes.filter((write) => shows(read, write)),
    others: writes.filter((write) => !shows(read, write)),
    contradictions: history.filter(
      (call) =>
        effectOf(call) === 'observes' &&
        call.returned !== undefined &&
        ownStates.every((state) => !isPossible(call, state)),
    ),
    name: ({ lane, input, returned }) => `${shorten(describe(input, returned?.output))} (lane ${lane})`,
    isUndoing: (call) => (statesAfter.get(call) ?? []).every((state) => isFirst.has(specification.fingerprint(state))),
    shows,
    showsStart: (each) => specification.initial.some((state) => isPossible(each, state)),
  };
}

/** The states after each call with an effect; where they depend on the state before, after any of the states known. */
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
    const states = before.flatMap((state) => specification.step(state, call.input, output));
    for (const state of states) known.set(specification.fingerprint(state), state);
    after.set(call, states);
  }
  return after;
}

function explainUnknownValue<Input, Output>(
  { read, sources, others, name }: Evidence<Input, Output>,
  { showsPartOf }: ExplainOptions<Input, Output>,
): Explanation {
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

/** Where the answer was right once: what must have replaced it before the read began. */
function explainOldValue<Input, Output>(evidence: Evidence<Input, Output>): Explanation | undefined {
  const { read, sources, others, contradictions, name, isUndoing, shows, showsStart } = evidence;
  const isAfterAllSources = ({ invokedAt }: HistoryCall<Input, Output>): boolean =>
    sources.every(({ returned }) => (returned?.at ?? Infinity) < invokedAt);
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
  const isNeverSeen = !contradictions.some((each) => shows(each, cause));
  return isNeverSeen
    ? {
        kind: 'lost',
        sentence: `Lost: ${name(cause)} was answered before ${name(read)} began, which still shows ${shown}, and no call shows its effect.`,
      }
    : {
        kind: 'stale',
        sentence: `Stale: ${name(read)} shows ${shown}, which ${name(cause)} had replaced before it began.`,
      };
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
  { read, name, sources, others }: Evidence<Input, Output>,
): Explanation {
  const writes = new Set([...sources, ...others]);
  const last = longest.map((position) => history[position]).findLast((call) => call !== undefined && writes.has(call));
  const state = last === undefined ? 'nothing has been written yet' : `the last to write is ${name(last)}`;
  return {
    kind: 'no order',
    sentence: `No order of the calls explains ${name(read)}: in the longest that explains all answers before, ${state}.`,
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
