// How long `--help` and `--version` take, beside a bare Node.js process that does nothing. Rounds alternate; medians are
// compared.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rounds = 20;
/** What the design allows. */
const limitMs = 150;

const cli = fileURLToPath(new URL('../main.js', import.meta.url));
const contestants = [
  { name: 'node -e 0', args: ['-e', '0'], timesMs: [] as number[] },
  { name: '--help', args: [cli, '--help'], timesMs: [] as number[] },
  { name: 'run --help', args: [cli, 'run', '--help'], timesMs: [] as number[] },
  { name: '--version', args: [cli, '--version'], timesMs: [] as number[] },
];

for (let round = 0; round <= rounds; round += 1) {
  for (const { args, timesMs } of contestants) {
    const startedMs = performance.now();
    execFileSync(process.execPath, args, { stdio: 'ignore' });
    // The first round warms up.
    if (round > 0) timesMs.push(performance.now() - startedMs);
  }
}
const [bareMs = 0] = contestants.map(({ timesMs }) => median(timesMs));
for (const { name, timesMs } of contestants) {
  const ms = median(timesMs);
  process.stdout.write(
    `${name.padEnd(12)} ${ms.toFixed(0).padStart(4)} ms  ${(ms / bareMs).toFixed(2)} of bare node\n`,
  );
}
process.stdout.write(`the limit for --help and --version is ${limitMs} ms\n`);

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
