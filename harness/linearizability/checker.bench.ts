// The time of a verdict in microseconds, compared with Porcupine on histories of the same design: half reads, a quarter puts
// with unique values, a quarter deletes. A failing history has one read with the effect of another put or delete. The
// fastest of several rounds counts, because other work on the machine only adds time.

import { checkLinearizability } from './checker.js';
import type { Verdict } from './verdict.js';
import { register, type RegisterCall, type RegisterHistory } from './testing/register.js';
import { createRandom, simulateRegister } from './testing/simulation.js';

interface Row {
  readonly callCount: number;
  readonly laneCount: number;
  readonly openShare: number;
  readonly kind: Verdict['kind'];
  /** Microseconds, median: Porcupine of June 2026, built with Go 1.19, on the same machine. */
  readonly porcupine?: number;
}

const rows: readonly Row[] = [
  { callCount: 8, laneCount: 4, openShare: 0, kind: 'explained', porcupine: 7.6 },
  { callCount: 8, laneCount: 4, openShare: 0, kind: 'unexplained' },
  { callCount: 12, laneCount: 4, openShare: 0, kind: 'explained', porcupine: 14.5 },
  { callCount: 12, laneCount: 4, openShare: 0, kind: 'unexplained', porcupine: 29 },
  { callCount: 12, laneCount: 12, openShare: 0, kind: 'explained', porcupine: 101 },
  { callCount: 12, laneCount: 12, openShare: 0, kind: 'unexplained', porcupine: 1_471 },
  { callCount: 12, laneCount: 12, openShare: 0.2, kind: 'explained' },
  { callCount: 12, laneCount: 12, openShare: 0.2, kind: 'unexplained' },
  { callCount: 24, laneCount: 8, openShare: 0, kind: 'explained', porcupine: 96 },
  { callCount: 24, laneCount: 8, openShare: 0, kind: 'unexplained', porcupine: 894 },
  { callCount: 100, laneCount: 8, openShare: 0, kind: 'explained', porcupine: 539 },
  { callCount: 100, laneCount: 8, openShare: 0, kind: 'unexplained', porcupine: 5_291 },
  { callCount: 100, laneCount: 8, openShare: 0.2, kind: 'explained' },
  { callCount: 100, laneCount: 8, openShare: 0.2, kind: 'unexplained' },
  { callCount: 1_000, laneCount: 8, openShare: 0, kind: 'explained' },
  { callCount: 1_000, laneCount: 8, openShare: 0, kind: 'unexplained' },
  { callCount: 10_000, laneCount: 8, openShare: 0, kind: 'explained' },
  { callCount: 10_000, laneCount: 8, openShare: 0, kind: 'unexplained' },
];

const rounds = 5;

process.stdout.write('calls x lanes  unanswered  verdict       median µs    p99 µs  undecided  Porcupine  ratio\n');
for (const row of rows) process.stdout.write(`${renderRow(row)}\n`);
process.stdout.write(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB\n`);

function renderRow(row: Row): string {
  const { callCount, laneCount, openShare, kind, porcupine } = row;
  const { histories, undecidedCount } = historiesOf(row);
  const times = histories.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    histories.forEach((history, at) => {
      const startedMs = performance.now();
      checkLinearizability(history, register);
      times[at] = Math.min(times[at] ?? Infinity, 1_000 * (performance.now() - startedMs));
    });
  }
  times.sort((left, right) => left - right);
  const median = quantile(times, 0.5);
  return [
    `${callCount} x ${laneCount}`.padEnd(13),
    `${100 * openShare} %`.padStart(11),
    ` ${kind.padEnd(12)}`,
    shown(median).padStart(10),
    shown(quantile(times, 0.99)).padStart(9),
    String(undecidedCount).padStart(10),
    (porcupine === undefined ? '' : shown(porcupine)).padStart(10),
    (porcupine === undefined ? '' : (median / porcupine).toFixed(2)).padStart(6),
  ].join(' ');
}

/** Histories with the requested verdict, and the number of undecided ones that were found as well. */
function historiesOf({ callCount, laneCount, openShare, kind }: Row): {
  readonly histories: readonly RegisterHistory[];
  readonly undecidedCount: number;
} {
  const wanted = Math.max(5, Math.min(500, Math.round(100_000 / callCount)));
  const histories: RegisterHistory[] = [];
  let undecidedCount = 0;
  for (let seed = 1; histories.length < wanted; seed += 1) {
    const random = createRandom(seed);
    const honest = simulateRegister({ callCount, laneCount, seed, openShare });
    const history = kind === 'explained' ? honest : withOneWrongRead(honest, random);
    const verdict = checkLinearizability(history, register);
    if (verdict.kind === 'undecided') undecidedCount += 1;
    if (verdict.kind === kind) histories.push(history);
  }
  return { histories, undecidedCount };
}

function withOneWrongRead(history: RegisterHistory, random: () => number): RegisterHistory {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  const chosen = pick(history.filter(({ input, returned }) => input.kind === 'get' && returned !== undefined));
  const source = pick(history.filter(({ input }) => input.kind !== 'get'))?.input;
  if (chosen?.returned === undefined) return history;
  const value = source?.kind === 'put' ? source.value : undefined;
  const wrong: RegisterCall = { ...chosen, returned: { at: chosen.returned.at, output: { kind: 'found', value } } };
  return history.map((each) => (each === chosen ? wrong : each));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function shown(value: number): string {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}
