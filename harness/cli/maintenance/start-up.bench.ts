// The processor time that commands take, user and system, compared with a Node.js process that does nothing. Rounds
// alternate; medians are compared.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 15;

interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  /** The maximum as a multiple of what the bare process takes. */
  readonly aim?: number;
}

interface Times {
  readonly cpuMs: number[];
  readonly wallMs: number[];
}

const cli = fileURLToPath(new URL('../main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pca-conformance-bench-'));
const teller = join(folder, 'teller.cjs');
const smallRun = ['run', '--filter', 'PP-01', '--profile', 'smoke', '--seed', '1', '--out', folder];
const contestants: readonly Contestant[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: '--help', args: [cli, '--help'], aim: 1.3 },
  { name: 'run --help', args: [cli, 'run', '--help'] },
  { name: '--version', args: [cli, '--version'] },
  { name: 'run --filter PP-01 --profile smoke', args: [cli, ...smallRun], aim: 8 },
];

try {
  writeFileSync(
    teller,
    `process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('node:fs').writeSync(3, String(user + system));
    });`,
  );
  const times = contestants.map((): Times => ({ cpuMs: [], wallMs: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { args }] of contestants.entries()) {
      const { cpuMs, wallMs } = measure(args);
      // The first round warms up.
      if (round === 0) continue;
      times[index]?.cpuMs.push(cpuMs);
      times[index]?.wallMs.push(wallMs);
    }
  }
  const bareMs = median(times[0]?.cpuMs ?? []);
  for (const [index, { name, aim }] of contestants.entries()) {
    const [cpuMs, wallMs] = [median(times[index]?.cpuMs ?? []), median(times[index]?.wallMs ?? [])];
    const ratio = `${(cpuMs / bareMs).toFixed(2)} of bare node${aim === undefined ? '' : `, aim ${aim}`}`;
    process.stdout.write(`${name.padEnd(36)} ${shown(cpuMs)} ms of processor, ${shown(wallMs)} ms in all  ${ratio}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The process reports its own processor time, as the last thing that it does. */
function measure(args: readonly string[]): { readonly cpuMs: number; readonly wallMs: number } {
  const startedMs = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--require', teller, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = performance.now() - startedMs;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}.`);
  return { cpuMs: Number(output[3]) / 1_000, wallMs };
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(4);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
