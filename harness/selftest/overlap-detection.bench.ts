// How reliably the concurrency checks of profile `ci` notice each fault of overlapping calls, over many seeds in process and
// over some runs through HTTP, and how often they object to a conforming service.
//
//   node dist/harness/selftest/overlap-detection.bench.js [seeds in process] [runs through HTTP] [id]

import { overlapMutants, overlapVariants } from '../mutants/all-mutants.js';
import type { CallInterceptor } from '../api/overlap.js';
import type { OverlapDetection } from './detect-overlap.js';
import { judgeInProcess, judgeOverHttp, type OverlapTrialOptions } from './testing/overlap-trial.js';

const [seeds = 300, httpRuns = 20] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];

interface Tally {
  killed: number;
  runs: number;
  readonly calls: number[];
  readonly by: Map<string, number>;
}

type Judge = (options: OverlapTrialOptions) => Promise<OverlapDetection>;

async function tally(
  judge: Judge,
  runs: number,
  make: () => CallInterceptor,
  rest: Omit<OverlapTrialOptions, 'intercept' | 'seed'>,
): Promise<Tally> {
  const result: Tally = { killed: 0, runs: 0, calls: [], by: new Map() };
  for (let seed = 1; seed <= runs; seed += 1) {
    const detection = await judge({ ...rest, intercept: make(), seed });
    result.runs += 1;
    result.calls.push(detection.calls);
    if (detection.kind !== 'killed') continue;
    result.killed += 1;
    const { check, failure } = detection;
    const by = `${check} ${failure.inputClass}`;
    result.by.set(by, (result.by.get(by) ?? 0) + 1);
  }
  return result;
}

function show(id: string, where: string, { killed, runs, calls, by }: Tally): void {
  const sorted = [...calls].sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const [most] = [...by].sort(([, left], [, right]) => right - left);
  process.stdout.write(
    `${id.padEnd(36)} ${where.padEnd(10)} ${String(killed).padStart(4)} of ${runs}  ${String(median).padStart(6)} calls  ${most?.[0] ?? ''}\n`,
  );
}

for (const { id, intercept, killedBy } of overlapMutants) {
  if (only !== undefined && id !== only) continue;
  const rest = { consistency: 'linearizable', first: killedBy } as const;
  show(id, 'in process', await tally(judgeInProcess, seeds, intercept, rest));
  show(id, 'HTTP', await tally(judgeOverHttp, httpRuns, intercept, rest));
}
for (const { id, intercept, keeps } of overlapVariants) {
  if (only !== undefined && id !== only) continue;
  show(
    `${id} (variant)`,
    'in process',
    await tally(judgeInProcess, Math.ceil(seeds / 10), intercept, { consistency: keeps }),
  );
  show(
    `${id} (variant)`,
    'HTTP',
    await tally(judgeOverHttp, Math.ceil(httpRuns / 4), intercept, { consistency: keeps }),
  );
}
