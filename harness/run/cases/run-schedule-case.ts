// Runs one case of overlapping calls: leases its CAs, has the schedule run in one or many orders, judges each history.

import type { Case, Step } from '../../api/case.js';
import { isPolicyOperation } from '../../api/operation.js';
import { callsOf, inJson, type Lane, type Schedule, type ScheduledOperation, type Wave } from '../../api/schedule.js';
import { leaseAll, type Authority } from '../session/authority-pool.js';
import { everyInterleaving, seededInterleaving, type Interleaving } from './interleaving.js';
import { judgeHistory, showsNoLag, type HistoryVerdict } from '../judge/judge-history.js';
import { transientReason } from '../judge/guarantees.js';
import { describeAnswer } from '../judge/answer-words.js';
import type { CaseContext, CaseResult, CaseRun, OverlapContext } from './case-run.js';
import { createRecorder, withNonce } from './run-schedule.js';
import { isSilence, leavesFateOpen, type RecordedHistory } from '../judge/recorded-history.js';
import { lagBoundMs } from '../judge/levels.js';
import { askingAgain, transientRepetitions } from '../session/transients.js';

type ScheduleCaseContext = CaseContext & { readonly overlap: OverlapContext };

/** `runSteps` runs a case whose calls follow one another. */
export async function runScheduleCase(
  { overlap, ...context }: CaseContext,
  subject: Case,
  schedule: Schedule,
  runSteps: (inSequence: Case) => Promise<CaseRun>,
): Promise<CaseRun> {
  if (overlap === undefined) {
    return withResult({ history: [], arns: [] }, { kind: 'not-implemented', reason: 'calls cannot overlap here' });
  }
  const running = { ...context, overlap };
  const notes = new Set<string>();
  let latest: Attempt = { history: [], arns: [] };
  for (const { planned, interleaving } of executionsOf(overlap, schedule)) {
    const attempt = await attemptUntilItShows(running, subject, planned, interleaving);
    if (attempt.result.kind !== 'holds') {
      const silence = attempt.history.find(({ outcome }) => isSilence(outcome));
      if (attempt.result.kind === 'violated') {
        const inSequence = await failureInSequence(subject, schedule, runSteps);
        return inSequence ?? (await failureInJson(running, subject, schedule)) ?? withResult(attempt, attempt.result);
      }
      return silence === undefined
        ? withResult(attempt, attempt.result)
        : await judgeSilence(running, subject, schedule, attempt);
    }
    for (const note of attempt.result.notes) notes.add(note);
    latest = attempt;
  }
  return withResult(latest, { kind: 'holds', notes: [...notes] });
}

/** Up to so many points, the effects and answers of four calls, all orders are run; of more, some are drawn. */
const maxEnumeratedPoints = 8;
const maxOrders = 2_520;
const drawnOrders = 12;
/** A schedule of very many calls is run in fewer orders. */
const drawnCalls = 120;

interface Execution {
  readonly planned: Schedule;
  readonly interleaving?: Interleaving | undefined;
}

function* executionsOf({ isGated }: OverlapContext, schedule: Schedule): Generator<Execution> {
  const overlapping = schedule.waves.filter(({ lanes }) => lanes.length > 1);
  const calls = overlapping.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.calls)).length;
  if (!isGated || calls === 0) {
    yield { planned: schedule };
  } else if (2 * calls <= maxEnumeratedPoints) {
    // All orders include those that offsets and pauses would cause.
    const planned = withoutPauses(schedule);
    for (const interleaving of everyInterleaving(maxOrders)) yield { planned, interleaving };
  } else {
    const count = Math.max(1, Math.min(drawnOrders, Math.floor(drawnCalls / calls)));
    for (let index = 0; index < count; index += 1) {
      yield { planned: schedule, interleaving: seededInterleaving(schedule.order + index) };
    }
  }
}

function withoutPauses(schedule: Schedule): Schedule {
  const waves = schedule.waves.map(({ lanes }) => ({
    lanes: lanes.map(({ calls }) => ({ offset: 0, calls: calls.map((call) => ({ ...call, pause: 'none' as const })) })),
  }));
  return { ...schedule, waves };
}

interface Attempt {
  readonly history: RecordedHistory;
  readonly arns: readonly string[];
}

type JudgedAttempt = Attempt & { readonly result: HistoryVerdict };

/** Runs the schedule again if a temporary failure left open what a call did; silence is judged separately. */
async function attemptUntilItShows(
  context: ScheduleCaseContext,
  subject: Case,
  schedule: Schedule,
  interleaving: Interleaving | undefined,
): Promise<JudgedAttempt> {
  let attempt = await attemptSchedule(context, subject, schedule, interleaving);
  for (let time = 1; time <= transientRepetitions && attempt.result.kind === 'undecided'; time += 1) {
    const open = attempt.history.filter(({ outcome }) => leavesFateOpen(outcome));
    if (open.length === 0 || open.some(({ outcome }) => isSilence(outcome))) break;
    for (const { outcome } of open) context.transients.add(outcome);
    const other = interleavingAgain(context.overlap, schedule, time);
    attempt = await attemptSchedule(context, subject, schedule, other);
  }
  return attempt;
}

async function attemptSchedule(
  context: ScheduleCaseContext,
  subject: Case,
  schedule: Schedule,
  interleaving: Interleaving | undefined,
): Promise<JudgedAttempt> {
  const authorities = await leaseRested(context, subject, schedule);
  try {
    const attempt = await attemptOn(context, authorities, schedule, interleaving);
    await context.pool.finish(
      authorities,
      attempt.history.some(({ outcome }) => leavesFateOpen(outcome)),
    );
    return attempt;
  } finally {
    // Whatever was thrown, calls may still be in progress.
    await context.pool.finish(authorities, true);
  }
}

async function attemptOn(
  context: ScheduleCaseContext,
  authorities: readonly Authority[],
  schedule: Schedule,
  interleaving: Interleaving | undefined,
): Promise<JudgedAttempt> {
  const { overlap, clock, caller, oracle } = context;
  await warmConnections(context, authorities, schedule);
  const arns = authorities.map(({ arn }) => arn);
  const { consistency, settleMs } = overlap;
  overlap.counts.runs += 1;
  const recorder = createRecorder({ caller, clock, arns, nonce: overlap.counts.runs, interleaving, settleMs });
  await recorder.record(schedule);
  await recorder.record(closingReads(arns.length, 'none'));
  const judging = { oracle, authorities, consistency, settleMs };
  const mayBeLate = consistency !== 'linearizable' && !showsNoLag(recorder.history(), judging);
  // Changes that are not visible yet are given time.
  if (mayBeLate) await recorder.record(closingReads(arns.length, 'settled'));
  const history = recorder.history();
  const result = judgeHistory(history, mayBeLate ? judging : { ...judging, consistency: 'linearizable' });
  await releaseAuthorities(context, authorities, history);
  return { history, arns, result: isUndecided(result, history) ?? result };
}

/** If the fate of a call is open, or nothing was read, the history shows too little to pass. */
function isUndecided(result: HistoryVerdict, history: RecordedHistory): HistoryVerdict | undefined {
  if (result.kind !== 'holds') return undefined;
  const reads = history.filter(({ input: { operation } }) => operation.kind === 'GetPolicy');
  if (reads.every(({ outcome }) => transientReason(outcome) !== undefined)) {
    return { kind: 'undecided', reason: 'every GetPolicy was throttled' };
  }
  const open = history.find(({ outcome }) => leavesFateOpen(outcome));
  if (open === undefined) return undefined;
  const reason = `${open.input.operation.kind} was answered with ${describeAnswer(open.outcome)}`;
  return { kind: 'undecided', reason };
}

/** At the end, two clients read every CA. If there are very many, one does. */
function closingReads(authorities: number, pause: 'none' | 'settled'): Pick<Schedule, 'waves'> {
  const reads = Array.from({ length: authorities }, (_, index) => ({
    pause: index === 0 ? pause : 'none',
    operation: { kind: 'GetPolicy', input: { ResourceArn: `{{ca${index}.arn}}` } },
  })) satisfies Lane['calls'];
  const nobody: Lane = { offset: 0, calls: [] };
  const first: Wave = { lanes: [{ offset: 0, calls: reads }] };
  const second: Wave = { lanes: [nobody, { offset: 0, calls: reads.map((read) => ({ ...read, pause: 'none' })) }] };
  return { waves: authorities > 3 ? [first] : [first, second] };
}

/** How often a schedule whose calls get no answers is run before overlap is blamed. */
const silentRuns = 3;

/** The same for a service that sometimes fails in other calls too: most schedules end before it does. */
const noisyRuns = 8;

/** Missing answers up to this multiple of the failures of other calls, plus this number, are not evidence against overlap. */
const noiseFactor = 3;
const noiseMargin = 8;

/** So few calls hardly fail by chance in each of several runs. */
const smallSequence = 10;

function silencesIn(history: RecordedHistory): number {
  return history.filter(({ outcome }) => isSilence(outcome)).length;
}

/** Whether overlap repeatedly causes missing answers while the same calls in sequence are answered. */
async function judgeSilence(
  context: ScheduleCaseContext,
  subject: Case,
  schedule: Schedule,
  first: JudgedAttempt,
): Promise<CaseRun> {
  const { history: inSequence } = await attemptSchedule(context, subject, oneAfterAnother(schedule), undefined);
  if (isOnlySlow(first, inSequence, context)) return withResult(first, first.result);
  let failsInSequence = silencesIn(inSequence) > 0;
  // Of many calls one fails by chance, so as many are made in sequence as overlap.
  for (let run = 2; inSequence.length > smallSequence && run <= silentRuns && !failsInSequence; run += 1) {
    const { history } = await attemptSchedule(context, subject, oneAfterAnother(schedule), undefined);
    failsInSequence = silencesIn(history) > 0;
  }
  // A service that sometimes fails does so here as well.
  const isNoisy = failsInSequence || context.transients.count() > 0;
  let latest = first;
  let silences = silencesIn(first.history);
  let calls = first.history.length;
  for (let run = 2; run <= (isNoisy ? noisyRuns : silentRuns); run += 1) {
    latest = await attemptSchedule(context, subject, schedule, interleavingAgain(context.overlap, schedule, run));
    if (latest.result.kind === 'violated') return withResult(latest, latest.result);
    silences += silencesIn(latest.history);
    calls += latest.history.length;
    if (silencesIn(latest.history) > 0) continue;
    const decided = isNoisy ? latest : first;
    return withResult(decided, decided.result);
  }
  const expected = (calls * context.transients.count()) / Math.max(1, context.caller.callCount());
  if (failsInSequence || (isNoisy && silences <= noiseFactor * expected + noiseMargin)) {
    return withResult(first, first.result);
  }
  const at = latest.history.findIndex(({ outcome }) => isSilence(outcome));
  const silent = latest.history[at];
  return withResult(latest, {
    kind: 'violated',
    at,
    needed: new Set(latest.history.map(({ input }) => input)),
    violation: {
      guarantee: 'Overlapping calls are answered where the same calls one after another are.',
      expected: ['Success', 'ConcurrentModificationException', 'ThrottlingException'],
      actual: silent === undefined ? 'no answer' : `${describeAnswer(silent.outcome)}, in each of ${silentRuns} runs`,
      differences: [],
    },
  });
}

/** The failure of the same calls in sequence, which says nothing about overlap; undefined if they do not fail. */
async function failureInSequence(
  subject: Case,
  { waves }: Schedule,
  runSteps: (inSequence: Case) => Promise<CaseRun>,
): Promise<CaseRun | undefined> {
  const calls = waves.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.calls.map(({ operation }) => operation)));
  const reads = subject.given.map((_, index): ScheduledOperation => ({
    kind: 'GetPolicy',
    input: { ResourceArn: `{{ca${index}.arn}}` },
  }));
  const steps = [...calls, ...reads].map((operation): Step => ({
    role: isPolicyOperation(operation) ? 'subject' : 'control',
    operation: withNonce(operation, 0),
  }));
  const { schedule: _schedule, ...rest } = subject;
  const inSequence: Case = { ...rest, steps };
  const run = await runSteps(inSequence);
  return run.result.kind === 'violated' ? { ...run, simpler: inSequence } : undefined;
}

/** If the same calls fail in one protocol too, the mixture of protocols is not to blame. */
async function failureInJson(
  context: ScheduleCaseContext,
  subject: Case,
  schedule: Schedule,
): Promise<CaseRun | undefined> {
  if (!callsOf(schedule).some(({ protocol }) => protocol === 'cbor')) return undefined;
  for (const { planned, interleaving } of executionsOf(context.overlap, inJson(schedule))) {
    const attempt = await attemptUntilItShows(context, subject, planned, interleaving);
    if (attempt.result.kind !== 'violated') continue;
    return withResult(attempt, { kind: 'blocked', reason: 'the same calls fail in one protocol', cites: ['CC-02'] });
  }
  return undefined;
}

/** A service that handles one call at a time may need longer for all of them than the last one waits. */
function isOnlySlow({ history }: Attempt, inSequence: RecordedHistory, { caller }: CaseContext): boolean {
  const neededMs = inSequence.reduce((sum, { invokedAt, endedAt }) => sum + endedAt - invokedAt, 0);
  const silences = history.filter(({ outcome }) => isSilence(outcome));
  return silences.every(({ outcome }) => outcome.kind === 'timeout') && neededMs >= caller.deadlineMs;
}

function interleavingAgain({ isGated }: OverlapContext, { order }: Schedule, run: number): Interleaving | undefined {
  return isGated ? seededInterleaving(order + run) : undefined;
}

/** The same calls, each in a wave of its own. */
export function oneAfterAnother(schedule: Schedule): Schedule {
  const waves = schedule.waves.flatMap(({ lanes }) =>
    lanes.flatMap(({ calls }) => calls.map((call): Wave => ({ lanes: [{ offset: 0, calls: [call] }] }))),
  );
  return { ...schedule, waves };
}

/** If changes may be visible late, so may those of an earlier schedule: it must have ended before that time. */
async function leaseRested(
  { pool, overlap }: ScheduleCaseContext,
  subject: Case,
  schedule: Schedule,
): Promise<readonly Authority[]> {
  const { consistency, settleMs } = overlap;
  const idleForMs = consistency === 'linearizable' ? 0 : lagBoundMs(settleMs);
  const calls = schedule.waves.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.calls));
  const disposable = calls.some(({ operation }) => !isPolicyOperation(operation));
  return leaseAll(pool, subject.given, { fresh: subject.fresh === true, idleForMs, disposable });
}

async function warmConnections(
  { caller, overlap: { isGated, counts } }: ScheduleCaseContext,
  [first]: readonly Authority[],
  schedule: Schedule,
): Promise<void> {
  const width = Math.max(...schedule.waves.map(({ lanes }) => lanes.length));
  if (first !== undefined && !isGated && width > counts.connections) {
    // A connection for each call that is to overlap others: if connecting takes time, calls hardly overlap.
    counts.connections = width;
    const read = { kind: 'GetPolicy', input: { ResourceArn: first.arn } } as const;
    await Promise.all(Array.from({ length: width }, () => caller.callOverlapping(read)));
  }
}

/** A CA whose state was changed, or on which a call may still be in progress, is not used again. */
async function releaseAuthorities(
  { caller, pool, transients }: CaseContext,
  authorities: readonly Authority[],
  history: RecordedHistory,
): Promise<void> {
  const isSpent = history.some(
    ({ input: { operation }, outcome }) => !isPolicyOperation(operation) || leavesFateOpen(outcome),
  );
  if (isSpent) return;
  const clearing = askingAgain(caller, transients);
  const cleared = authorities.map(async (authority) => {
    const outcome = await clearing.call({ kind: 'DeletePolicy', input: { ResourceArn: authority.arn } });
    if (outcome.kind === 'success') pool.release({ ...authority, fresh: false });
  });
  await Promise.all(cleared);
}

function withResult({ history, arns }: Attempt, result: CaseResult): CaseRun {
  const trace = history.map(({ input: { operation, generated }, outcome }) => ({
    role: 'subject' as const,
    operation,
    generated,
    outcome,
  }));
  return { result, trace, arns, history };
}
