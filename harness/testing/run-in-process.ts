// Runs the command line in the process of the test, from its source, on a terminal that keeps what is written.

import { resolve } from 'node:path';
import type { EndingSignal, OutputStream, Terminal } from '../cli/output/terminal.js';
import { runCommandLine } from '../cli/run-command-line.js';
import type { CliOptions, CliResult } from './run-cli.js';

export interface TestTerminal extends Terminal {
  written(): Pick<CliResult, 'stdout' | 'stderr'>;
  /** As if Ctrl-C had been pressed, or the process been told to end. */
  send(signal: EndingSignal): void;
}

export interface TestTerminalOptions extends CliOptions {
  /** The width of its window; a pipe, which has none, if absent. */
  readonly columns?: number;
}

/** A terminal without a person, in the folder of a test. */
export function testTerminal({ cwd, env = {}, columns }: TestTerminalOptions): TestTerminal {
  if ('PCA_TEST_STAND_IN' in env)
    throw new Error('Whatever reaches AWS reads the variables of the process: start one.');
  const [stdout, stderr] = [collect(columns), collect(columns)];
  const listeners = new Set<(signal: EndingSignal) => void>();
  return {
    stdout,
    stderr,
    env,
    // The one of the folder: undefined stays undefined.
    path: <Words extends string | undefined>(words: Words) =>
      (words === undefined ? words : resolve(cwd, words)) as Words,
    ask: undefined,
    onSignal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    quietly: (work) => work(),
    written: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
    send(signal) {
      for (const listener of listeners) listener(signal);
    },
  };
}

/** `pca-conformance ARGS`, to its end. */
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
