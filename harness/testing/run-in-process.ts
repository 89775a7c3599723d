// Runs the command line in the process of the test, from its source, on a terminal that records its output.

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { EndingSignal, OutputStream, Terminal } from '../cli/output/terminal.js';
import { runCommandLine } from '../cli/run-command-line.js';
import type { CliOptions, CliResult } from './run-cli.js';

export interface TestTerminal extends Terminal {
  written(): Pick<CliResult, 'stdout' | 'stderr'>;
  /** Acts like Ctrl-C, or like a signal to end the process. */
  send(signal: EndingSignal): void;
}

export interface TestTerminalOptions extends CliOptions {
  /** The width of its window; if absent, it is a pipe. */
  readonly columns?: number;
}

/** A terminal without a user, in the folder of a test. */
export function testTerminal({ cwd, env = {}, columns }: TestTerminalOptions): TestTerminal {
  if ('PCA_TEST_STAND_IN' in env)
    throw new Error('Whatever reaches AWS reads the variables of the process: start one.');
  const [stdout, stderr] = [collect(columns), collect(columns)];
  const listeners = new Set<(signal: EndingSignal) => void>();
  return {
    stdout,
    stderr,
    env,
    path: <Words extends string | undefined>(words: Words) =>
      (words === undefined ? words : resolve(cwd, words)) as Words,
    ask: undefined,
    onSignal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    quietly: (work) => work(),
    written: () => ({ stdout: asSeenIn(cwd, stdout.text()), stderr: asSeenIn(cwd, stderr.text()) }),
    send(signal) {
      for (const listener of listeners) listener(signal);
    },
  };
}

/** A text with the paths below the folder as a user in that folder writes them. */
export function asSeenIn(folder: string, text: string): string {
  return text.replaceAll(`${folder}/`, '');
}

/** Runs `pca-conformance ARGS` to its end. */
export async function runInProcess(args: readonly string[], options: TestTerminalOptions): Promise<CliResult> {
  const terminal = testTerminal(options);
  const code = await runCommandLine(args, terminal);
  return { code, signal: null, ...terminal.written() };
}

function collect(columns: number | undefined): OutputStream & { text(): string } {
  let text = '';
  return {
    ...(columns === undefined ? {} : { isTTY: true, columns }),
    write(more) {
      text += more;
    },
    text: () => text,
  };
}

/** A line of a POSIX shell that begins with "npx pca-conformance", as in the text of a report: a shell splits its words. */
export async function runLineInProcess(line: string, options: TestTerminalOptions): Promise<CliResult> {
  const [program, ...args] = wordsOf(line, options);
  if (program !== 'npx' || args.shift() !== 'pca-conformance') {
    throw new Error(`"${line}" does not begin with "npx pca-conformance".`);
  }
  return runInProcess(args, options);
}

function wordsOf(line: string, { cwd, env = {} }: CliOptions): readonly string[] {
  const script = `say() { printf '%s\\0' "$@"; }; say ${line}`;
  return execFileSync('sh', ['-c', script], { cwd, env, encoding: 'utf8' }).split('\0').slice(0, -1);
}
