// Starts the compiled command line as a separate process, as a user does.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled entry of the command line. */
export const cliPath = fileURLToPath(new URL('../../dist/harness/cli/main.js', import.meta.url));

/** A process that takes longer hangs, and is killed. */
const killAfterMs = 240_000;

/** The machine that runs the tests may have only two cores. */
const maxProcesses = 2;

export interface CliOptions {
  /** The folder in which the command is run. */
  readonly cwd: string;
  /** Variables in addition to those of `cleanEnvironment`. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface CliResult {
  /** The exit code; null if a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly result: Promise<CliResult>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs `pca-conformance ARGS` to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const { result } = await startCli(args, options);
  return result;
}

/** Starts `pca-conformance ARGS` as soon as fewer than two of these processes run. */
export async function startCli(args: readonly string[], options: CliOptions): Promise<RunningCli> {
  requireBuild();
  return startProcess(process.execPath, [cliPath, ...args], options);
}

/** Runs a line of a POSIX shell in which `pca-conformance` is the compiled command line, as in the text of a report. */
export async function runLine(line: string, options: CliOptions): Promise<CliResult> {
  requireBuild();
  const words = line.replace(/^npx pca-conformance /, '"$NODE" "$CLI" ');
  if (words === line) throw new Error(`"${line}" does not start with "npx pca-conformance".`);
  const env = { ...options.env, NODE: process.execPath, CLI: cliPath };
  const { result } = await startProcess('sh', ['-c', `exec ${words}`], { ...options, env });
  return result;
}

/** Runs any program under the same limits. */
export async function startProcess(command: string, args: readonly string[], options: CliOptions): Promise<RunningCli> {
  const release = await takeSlot();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const result = new Promise<CliResult>((resolve, reject) => {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  }).finally(() => {
    clearTimeout(timer);
    release();
  });
  return { result, kill: (signal) => void child.kill(signal) };
}

function requireBuild(): void {
  if (existsSync(cliPath)) return;
  throw new Error(`${cliPath} is missing: these tests start the compiled command line. Run "npm run build" first.`);
}

/**
 * The environment without variables that change how a program behaves: those of AWS, of colours, of the test runner,
 * and those that npm sets for its scripts.
 */
export function cleanEnvironment(): Record<string, string> {
  const unwanted =
    /^(AWS_|VITEST|NODE_ENV$|NODE_OPTIONS$|NO_COLOR$|FORCE_COLOR$|GITHUB_|INIT_CWD$|npm_(?!config_(registry|cache|userconfig)$))/;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !unwanted.test(name)) kept[name] = value;
  }
  return kept;
}

const waiting: (() => void)[] = [];
let running = 0;

/** Resolves, once one more process may run, with a function that ends its turn. */
async function takeSlot(): Promise<() => void> {
  if (running >= maxProcesses) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  return () => {
    const next = waiting.shift();
    // The turn goes to the next in the queue, so the number of processes stays the same.
    if (next === undefined) running -= 1;
    else next();
  };
}
